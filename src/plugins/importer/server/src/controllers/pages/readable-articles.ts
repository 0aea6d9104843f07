import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../database/rows';
import { articleKey } from '../../import/plan/ledger';
import { hasAnyOf } from '../../policies/is-allowed';
import type { PanelContext } from '../../routes/panel-route';
import { contentModelOf } from '../../store/content-model';

/** What the importer shows of an article. */
const SHOWN = ['title', 'datePublished', 'category', 'body'] as const;

interface Row {
  readonly documentId: string;
  readonly locale: unknown;
}

interface Checker {
  readonly can: { read(entity: object, field: string): boolean };
}

interface CheckerService {
  create(options: { readonly userAbility: unknown; readonly model: string }): Checker;
}

/** Tells of an article whether somebody may read its draft. */
export type MayRead = (documentId: string, locale: string) => boolean;

/**
 * Looks which of some articles somebody may read: whoever sees imports and their pages, or corrects pages, all of them; others
 * those that they may read in the content manager.
 */
export async function readableArticles(context: PanelContext, strapi: Core.Strapi, documentIds: readonly string[]): Promise<MayRead> {
  if (hasAnyOf(context, ['view', 'correct'])) return () => true;
  const { userAbility } = context.state as { readonly userAbility: unknown };
  const { uid, drafts, ownNames, localeOf } = contentModelOf(strapi).article;
  const { can } = strapi.plugin('content-manager').service<CheckerService>('permission-checker').create({ userAbility, model: uid });
  const where = { documentId: { $in: [...new Set(documentIds)] }, ...drafts };
  // Roles may be allowed to read what they, or people of their roles, have created.
  const rows =
    documentIds.length === 0 ? [] : await rowsOf<Row>(strapi, uid).findMany({ where, populate: { createdBy: { populate: ['roles'] } } });
  const shown = ownNames(SHOWN);
  const readable = rows.filter((row) => shown.every((field) => can.read(row, field)));
  const keys = new Set(readable.map(({ documentId, locale }) => articleKey(documentId, localeOf(locale))));
  return (documentId, locale) => keys.has(articleKey(documentId, locale));
}
