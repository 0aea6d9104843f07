import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { rowsOf } from '../../plugins/importer/server/src/database/rows';

const ARTICLE = 'api::article.article';

interface Fields {
  readonly datePublished?: unknown;
  readonly lead?: unknown;
  readonly body?: unknown;
}

interface Draft extends Fields {
  readonly id: number;
  readonly locale: string;
}

interface Parameters {
  readonly documentId?: string;
  readonly locale?: string | readonly string[] | null;
  readonly status?: string;
  readonly data?: Fields;
}

interface LocalesService {
  getDefaultLocale(): Promise<string>;
}

interface Inline {
  readonly text?: string | undefined;
  readonly children?: readonly Inline[] | undefined;
}

const inline: z.ZodType<Inline> = z.object({
  text: z.string().optional(),
  get children() {
    return z.array(inline).optional();
  },
});

const paragraph = z.object({ type: z.literal('paragraph'), children: z.array(inline) });

const textOf = ({ text = '', children = [] }: Inline): string => text + children.map(textOf).join('');

/** Whether a reader would see anything of a text. */
const isSeen = (text: string) => /[^\s\p{C}]/u.test(text);

/** The text of the first paragraph that has any: headings, lists and pictures are none. */
function firstParagraph(body: unknown): string | undefined {
  if (!Array.isArray(body)) return undefined;
  const texts = body.flatMap((block) => {
    const { data } = paragraph.safeParse(block);
    return data === undefined ? [] : [textOf(data).replace(/\s+/gu, ' ').trim()];
  });
  return texts.find(isSeen);
}

/** What an article lacks when it comes out: the date, and the lead that lists show. */
function missingFields({ datePublished, lead, body }: Fields): Fields {
  const first = firstParagraph(body);
  const hasLead = typeof lead === 'string' && isSeen(lead);
  return {
    ...(datePublished === undefined || datePublished === null || datePublished === '' ? { datePublished: new Date() } : {}),
    ...(hasLead || first === undefined ? {} : { lead: first }),
  };
}

async function localesOf(strapi: Core.Strapi, { locale }: Parameters): Promise<object> {
  const named = [locale ?? []].flat().filter((code) => code !== '');
  if (named.includes('*')) return {};
  if (named.length > 0) return { locale: { $in: named } };
  // Strapi takes the default locale where none is named.
  return { locale: await strapi.plugin('i18n').service<LocalesService>('locales').getDefaultLocale() };
}

/** The versions of a document in some locales. */
async function versionsOf(strapi: Core.Strapi, parameters: Parameters) {
  const where = { documentId: parameters.documentId, ...(await localesOf(strapi, parameters)) };
  const rows = rowsOf<Draft>(strapi, ARTICLE);
  const published = await rows.findMany({ where: { ...where, publishedAt: { $notNull: true } }, select: ['locale'] });
  return { drafts: await rows.findMany({ where: { ...where, publishedAt: null } }), published: published.map(({ locale }) => locale) };
}

/** The drafts are what is published: written there, both versions of an article hold the same. */
async function completeDrafts(strapi: Core.Strapi, parameters: Parameters): Promise<void> {
  const { drafts, published } = await versionsOf(strapi, parameters);
  for (const draft of drafts.filter(({ locale }) => !published.includes(locale))) {
    const data = { ...missingFields(draft) };
    if (Object.keys(data).length > 0) await rowsOf(strapi, ARTICLE).update({ where: { id: draft.id }, data });
  }
}

/** What is written and published at once, as REST does by default, with what it lacks. */
async function completeData(strapi: Core.Strapi, parameters: Parameters): Promise<Parameters> {
  const { documentId, data = {} } = parameters;
  const { drafts, published } = documentId === undefined ? { drafts: [], published: [] } : await versionsOf(strapi, parameters);
  if (published.length > 0) return parameters;
  return { ...parameters, data: { ...data, ...missingFields({ ...drafts[0], ...data }) } };
}

/**
 * Gives an article that is published for the first time in a locale its date, which is now, and a lead, which is its first paragraph:
 * without a date it would stand last in every feed. What is there already stays, and what an import writes does not come by here.
 * Call it in `register`.
 */
export function completeFirstPublishing(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== ARTICLE) return next();
    const parameters = context.params as Parameters;
    if (context.action === 'publish') {
      return strapi.db.transaction(async () => {
        await completeDrafts(strapi, parameters);
        return next();
      });
    }
    if (['create', 'update'].includes(context.action) && parameters.status === 'published') {
      context.params = (await completeData(strapi, parameters)) as typeof context.params;
    }
    return next();
  });
}
