import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Partner } from '../../../../shared/contracts/partners';
import type { PanelUser } from '../../history/person';
import { recordWith } from '../../history/record-with';
import type { PartnerType } from '../../store/content-model';
import type { PartnerAccess } from './partner-access';
import { refuse } from '../../messages/refuse';

const logo = z.object({ url: z.string(), width: z.number().nullish(), height: z.number().nullish() });

/** By the importer's names. Fields that somebody may not see, or that partners don't have, are absent. */
const readable = z.object({
  name: z.string().catch(''),
  url: z.string().nullable().catch(null),
  active: z.boolean().catch(true),
  logo: logo.nullable().catch(null),
});

interface Document extends Readonly<Record<string, unknown>> {
  readonly documentId: string;
}

/** The documents of a type whose fields only the configuration knows. */
interface Documents {
  findMany(query: { readonly sort: readonly string[]; readonly populate: readonly string[] }): Promise<Document[]>;
  findOne(query: { readonly documentId: string; readonly populate: readonly string[] }): Promise<Document | null>;
  update(change: { readonly documentId: string; readonly data: object }): Promise<unknown>;
}

const documentsOf = (strapi: Core.Strapi, { uid }: PartnerType) => strapi.documents(uid) as unknown as Documents;

function findPartners(strapi: Core.Strapi, type: PartnerType) {
  const sort = [...type.ownNames(['order']).map((order) => `${order}:asc`), 'id:asc'];
  return documentsOf(strapi, type).findMany({ sort, populate: type.ownNames(['logo']) });
}

const nameOf = (document: Document, { fromRow }: PartnerType) => String(fromRow(document).name);

const readAll = async (documents: readonly Document[], access: PartnerAccess): Promise<Partner[]> =>
  Promise.all(
    documents
      .filter((document) => access.canRead(document))
      .map(async (document) => {
        const { logo: picture, ...partner } = readable.parse(access.type.fromRow({ ...(await access.readable(document)) }));
        return {
          documentId: document.documentId,
          ...partner,
          logo: picture && { url: picture.url, width: picture.width ?? 0, height: picture.height ?? 0 },
        };
      }),
  );

/** All partners in their order. */
export const listPartners = async (strapi: Core.Strapi, access: PartnerAccess) => readAll(await findPartners(strapi, access.type), access);

/** Who changes partners, and what they may. */
export interface Editor {
  readonly access: PartnerAccess;
  readonly user: PanelUser;
}

/** Shows a partner to readers, or hides it, and keeps who did. */
export async function activatePartner(
  strapi: Core.Strapi,
  documentId: string,
  active: boolean,
  { access, user }: Editor,
): Promise<Partner> {
  const { type } = access;
  const found = await documentsOf(strapi, type).findOne({ documentId, populate: type.ownNames(['logo']) });
  if (!found) throw refuse(errors.NotFoundError, 'partner-gone', {});
  access.requireUpdate(found, 'active');
  if (type.fromRow(found).active !== active) {
    const action = { user, action: active ? 'show-partner' : 'hide-partner', run: null, about: nameOf(found, type) } as const;
    const data = { ...type.toData({ active }), updatedBy: user.id };
    await recordWith(strapi, action, () => documentsOf(strapi, type).update({ documentId, data }));
  }
  const [partner] = await readAll([{ ...found, ...type.toData({ active }) }], access);
  return partner as Partner;
}

const MOST_TOLD = 200;

/** The names of partners in their order, as far as people read them. */
function namesOf(partners: readonly Document[], type: PartnerType): string {
  const names = partners.map((partner) => nameOf(partner, type)).join(', ');
  return names.length > MOST_TOLD ? `${names.slice(0, MOST_TOLD)}…` : names;
}

/**
 * Puts partners into a new order, writes those whose place is another one, and keeps who did. Partners that the order doesn't name, because
 * they were added meanwhile, come last.
 *
 * @throws ValidationError when it names a partner twice, or one that is gone.
 */
export async function orderPartners(strapi: Core.Strapi, ids: readonly string[], { access, user }: Editor): Promise<Partner[]> {
  const { type } = access;
  const standing = new Map((await findPartners(strapi, type)).map((partner) => [partner.documentId, partner]));
  if (ids.some((id) => !standing.has(id))) throw refuse(errors.ValidationError, 'partner-order-gone', {});
  if (new Set(ids).size < ids.length) throw refuse(errors.ValidationError, 'partner-order-twice', {});

  const order = [...new Set([...ids, ...standing.keys()])].flatMap((id) => standing.get(id) ?? []);
  const moved = order
    .map((partner, index) => ({ partner, order: index + 1 }))
    .filter(({ partner, order: place }) => type.fromRow(partner).order !== place);
  for (const { partner } of moved) access.requireUpdate(partner, 'order');
  if (moved.length > 0) {
    await recordWith(strapi, { user, action: 'order-partners', run: null, about: namesOf(order, type) }, async () => {
      for (const { partner, order: place } of moved) {
        const data = { ...type.toData({ order: place }), updatedBy: user.id };
        await documentsOf(strapi, type).update({ documentId: partner.documentId, data });
      }
    });
  }
  return readAll(order, access);
}
