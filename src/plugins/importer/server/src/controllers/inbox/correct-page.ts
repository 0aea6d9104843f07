import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { CorrectionResult } from '../../../../shared/contracts/inbox';
import type { CorrectedField } from '../../../../shared/contracts/pages';
import { type PanelUser, personOf } from '../../history/person';
import { forgetAction } from '../../history/record-action';
import { recordWith } from '../../history/record-with';
import { createCorrections } from '../../store/corrections';
import { createSiteRules } from '../../store/site-rules';
import { findPage } from '../pages/find-page';
import { knownIn, readKnownPage } from '../pages/read-known-page';
import { deriveRules } from './derive-rules';
import { givenFields } from './given-fields';
import { importAgain } from './import-again';
import type { CorrectionAsked } from './orders';
import { pagesLacking } from './pages-lacking';
import { refuseWith } from '../../messages/refuse';

/**
 * Keeps what a person says of a page, with who said it, and imports the page so; with a rule also the pages in quarantine that lack the same.
 *
 * @throws NotFoundError, ValidationError; ApplicationError when the page is gone, or another import is running.
 */
export async function correctPage(strapi: Core.Strapi, order: CorrectionAsked, user: PanelUser): Promise<CorrectionResult> {
  const known = await findPage(strapi, order.run, order.page);
  const read = await readKnownPage(strapi, known);
  if ('missing' in read) throw refuseWith(errors.ApplicationError, read.missing);
  const given = givenFields(order.fields, read, knownIn(known.reader));
  const rules = order.asRule ? deriveRules(order.fields, read) : [];

  const [corrections, siteRules] = [createCorrections(strapi), createSiteRules(strapi)];
  const { page } = known;
  const by = personOf(user);
  const { pageHash } = read;
  const before = (await corrections.ofPages([{ page, hash: () => pageHash }])).get(page);
  const fields = { ...(before?.pageHash === pageHash ? before.fields : {}), ...given };
  const lacking = rules.length === 0 ? [] : await pagesLacking(strapi, Object.keys(given) as CorrectedField[], known.reader);
  return importAgain(strapi, {
    ...{ known, rules, by, others: lacking },
    keep(run) {
      const action = order.asRule ? 'correct-with-rule' : 'correct';
      return recordWith(strapi, { user, action, run: order.run, newRun: run, about: page }, async () => {
        await corrections.takeIn(page, pageHash);
        await corrections.add({ page, pageHash, fields, leftOut: false, by, run });
        for (const rule of [...rules].reverse()) await siteRules.add({ ...rule, page, by, run });
      });
    },
    async forget(run) {
      await forgetAction(strapi, { newRun: run });
      await corrections.takeBack(run);
      await siteRules.takeBack(run);
    },
  });
}
