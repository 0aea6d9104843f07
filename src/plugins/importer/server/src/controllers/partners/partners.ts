import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Partner } from '../../../../shared/contracts/partners';
import type { PanelUser } from '../../history/person';
import { recordWith } from '../../history/record-with';
import { PARTNER } from '../../store/uids';
import type { PartnerAccess } from './partner-access';
import { refuse } from '../../messages/refuse';

type Document = Awaited<ReturnType<typeof findPartners>>[number];

const logo = z.object({ url: z.string(), width: z.number().nullish(), height: z.number().nullish() });

/** Fields that somebody may not see are absent. */
const readable = z.object({
  documentId: z.string(),
  name: z.string().catch(''),
  url: z.string().nullable().catch(null),
  active: z.boolean().catch(true),
  logo: logo.nullable().catch(null),
});

function findPartners(strapi: Core.Strapi) {
  return strapi.documents(PARTNER).findMany({ sort: ['order:asc', 'id:asc'], populate: ['logo'] });
}

const readAll = async (documents: readonly Document[], access: PartnerAccess): Promise<Partner[]> =>
  Promise.all(
    documents
      .filter((document) => access.canRead(document))
      .map(async (document) => {
        const { logo: picture, ...partner } = readable.parse(await access.readable(document));
        return { ...partner, logo: picture && { url: picture.url, width: picture.width ?? 0, height: picture.height ?? 0 } };
      }),
  );

/** All partners in their order. */
export const listPartners = async (strapi: Core.Strapi, access: PartnerAccess) => readAll(await findPartners(strapi), access);

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
  const found = await strapi.documents(PARTNER).findOne({ documentId, populate: ['logo'] });
  if (!found) throw refuse(errors.NotFoundError, 'partner-gone', {});
  access.requireUpdate(found, 'active');
  if (found.active !== active) {
    const action = { user, action: active ? 'show-partner' : 'hide-partner', run: null, about: found.name } as const;
    await recordWith(strapi, action, () => strapi.documents(PARTNER).update({ documentId, data: { active, updatedBy: user.id } }));
  }
  const [partner] = await readAll([{ ...found, active }], access);
  return partner as Partner;
}

const MOST_TOLD = 200;

/** The names of partners in their order, as far as people read them. */
function namesOf(partners: readonly Document[]): string {
  const names = partners.map(({ name }) => name).join(', ');
  return names.length > MOST_TOLD ? `${names.slice(0, MOST_TOLD)}…` : names;
}

/**
 * Puts partners into a new order, writes those whose place is another one, and keeps who did. Partners that the order doesn't name, because
 * they were added meanwhile, come last.
 *
 * @throws ValidationError when it names a partner twice, or one that is gone.
 */
export async function orderPartners(strapi: Core.Strapi, ids: readonly string[], { access, user }: Editor): Promise<Partner[]> {
  const standing = new Map((await findPartners(strapi)).map((partner) => [partner.documentId, partner]));
  if (ids.some((id) => !standing.has(id))) throw refuse(errors.ValidationError, 'partner-order-gone', {});
  if (new Set(ids).size < ids.length) throw refuse(errors.ValidationError, 'partner-order-twice', {});

  const order = [...new Set([...ids, ...standing.keys()])].flatMap((id) => standing.get(id) ?? []);
  const moved = order
    .map((partner, index) => ({ partner, order: index + 1 }))
    .filter(({ partner, order: place }) => partner.order !== place);
  for (const { partner } of moved) access.requireUpdate(partner, 'order');
  if (moved.length > 0) {
    await recordWith(strapi, { user, action: 'order-partners', run: null, about: namesOf(order) }, async () => {
      for (const { partner, order: place } of moved) {
        await strapi.documents(PARTNER).update({ documentId: partner.documentId, data: { order: place, updatedBy: user.id } });
      }
    });
  }
  return readAll(order, access);
}
