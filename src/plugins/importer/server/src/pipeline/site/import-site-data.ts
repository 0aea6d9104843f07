import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { report } from '../recognise/report-problem';
import type { Reporter } from '../report/run-report';
import type { FoundSiteData } from '../source/found';
import type { Store } from '../store';
import { readPicture } from './picture';
import { siteData } from './site-data';
import { addPartners, fillSiteTexts } from './write-site';

const explain = (cause: unknown) =>
  cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll('\n', ' ') : cause instanceof Error ? cause.message : String(cause);

/** @param page how a person finds the file, which stands in an archive perhaps. */
async function importFile(file: string, page: string, store: Store, run: string | null, reporter: Reporter): Promise<void> {
  const complain = (found: string, expected: string) =>
    reporter.problem({ ...report.error('site-data-invalid', undefined, found, expected), page });

  const data = await readFile(file, 'utf8')
    .then((text) => siteData.parse(JSON.parse(text)))
    .catch((cause: unknown) => complain(explain(cause), 'site data as the README describes it'));
  if (!data) return;

  for (const [locale, texts] of Object.entries(data.site)) await fillSiteTexts(locale, texts, store, run, reporter);
  await addPartners(
    data.partners,
    async ({ name, logo }) => {
      if (logo === undefined) return null;
      return readPicture(path.dirname(file), logo).catch((cause: unknown) => {
        complain(`the logo of ${name}: ${explain(cause)}`, 'a picture below the folder of the site data');
        return null;
      });
    },
    store,
    run,
    reporter,
  );
}

/** Reads site data and puts what is missing into the site. A file or logo that can't be used becomes a problem. */
export const importSiteData = (data: FoundSiteData, store: Store, run: string | null, reporter: Reporter): Promise<void> =>
  data.use((file) => importFile(file, data.path, store, run, reporter));
