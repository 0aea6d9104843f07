import { rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './newsroom';
import { pageText, writePages } from './page-text';

export const SECRET_NAMES = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'];

/** A folder with two pages for each test, and an environment whose files are all in it. */
export function useCommands() {
  const bench = { folder: '', pages: '', environment: {} as Record<string, string> };

  beforeEach(() => {
    bench.folder = temporaryFolder();
    bench.pages = path.join(bench.folder, 'pages');
    bench.environment = {
      ENV_PATH: path.join(bench.folder, 'env'),
      DATABASE_FILENAME: path.join(bench.folder, 'data', 'newsroom.db'),
      PUBLIC_FOLDER: path.join(bench.folder, 'public'),
    };
    writePages(bench.pages, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
  });

  afterEach(() => rmSync(bench.folder, { recursive: true, force: true }));

  return bench;
}
