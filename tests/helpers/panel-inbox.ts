import type { InboxItem, InboxSummary } from '../../src/plugins/importer/shared/contracts/inbox';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { PageView } from '../../src/plugins/importer/shared/contracts/pages';
import type { ImportRequest } from '../../src/plugins/importer/server/src/import/import-request';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { useImports } from './import-bench';
import { pageText } from './page-text';
import { type PanelClient, panelClient } from './panel-client';

type Known = Pick<InboxItem, 'run' | 'page'>;

/** A page whose date only a person, or a rule, can tell. */
export const dateless = (title: string, date: string) =>
  pageText({ title, meta: '42 Культура A A', paragraphs: ['Лодки собрали по всему побережью.', `Опубликовано: ${date}`] });

/** A value that somebody types. */
export const typed = (text: string) => ({ text, selection: null });

/** A newsroom with somebody who has signed in to the panel, and looks after what waits there. */
export function useInbox() {
  const imports = useImports();
  const { bench } = imports;
  const signedIn = { panel: undefined as unknown as PanelClient };
  beforeAll(async () => {
    signedIn.panel = await panelClient(bench.newsroom);
  });

  const inbox = (query = '') => signedIn.panel.data<ListPage<InboxItem>>(signedIn.panel.get(`/inbox?${query}`));
  const view = ({ run, page }: Known) =>
    signedIn.panel.data<PageView>(signedIn.panel.get(`/runs/${run}/pages?name=${encodeURIComponent(page)}`));

  return {
    ...imports,
    ...{ signedIn, inbox, view },
    summary: () => signedIn.panel.data<InboxSummary>(signedIn.panel.get('/inbox/summary')),
    onlyItem: async (query = '') => {
      const { items } = await inbox(query);
      const [item] = items;
      if (items.length !== 1 || item === undefined) throw new Error(`There are ${items.length} items`);
      return item;
    },
    correct: ({ run, page }: Known, fields: object, asRule = false) =>
      signedIn.panel.send('post', '/corrections', { run, page, fields, asRule }),
    /** A value that somebody selects on a page. */
    selected: async (known: Known, text: string) => {
      const line = (await view(known)).lines?.find((one) => one.text.includes(text));
      if (line === undefined) throw new Error(`No line holds ${text}`);
      const start = line.text.indexOf(text);
      return { text, selection: { line: line.number, start, end: start + text.length } };
    },
    importAll: (options: Partial<ImportRequest> = {}) => bench.newsroom.importPages([bench.folder], options),
    undo: (run: number, dryRun = false) => bench.newsroom.importer.undo({ run, dryRun, by: 'Ayla' }),
    actions: async () => {
      const rows = rowsOf<{ action: string; by: string }>(bench.newsroom.strapi, 'plugin::importer.action');
      return (await rows.findMany({ orderBy: { id: 'asc' } })).map(({ action, by }) => ({ action, by }));
    },
  };
}
