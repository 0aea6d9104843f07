import { engine, file as files, strapi as providers } from '@strapi/data-transfer';
import type { UID } from '@strapi/strapi';
import { stop } from '../../../../src/cli/stop';
import { bootNewsroom } from '../boot-newsroom';
import { importFolder } from '../import-folder';
import { TRANSFORMS } from '../transfer-policy';

const { createLocalFileDestinationProvider } = files.providers;
const { createLocalStrapiSourceProvider } = providers.providers;

/** What an import keeps besides articles and rubrics. A transfer is to write articles, and not these. */
const LEFT_OUT: readonly UID.ContentType[] = ['plugin::importer.item', 'plugin::importer.run', 'api::views.view-count'];

interface Request {
  readonly folder: string;
  /** Where the export goes, without an extension. */
  readonly file: string;
}

/** Imports a folder, and exports its articles and rubrics as `strapi export --no-encrypt --no-compress` does. */
export async function exportArticles({ folder, file }: Request) {
  const strapi = await bootNewsroom();
  await importFolder(strapi, folder);
  for (const uid of LEFT_OUT) await strapi.db.query(uid).deleteMany({ where: {} });

  const source = createLocalStrapiSourceProvider({ getStrapi: () => strapi, autoDestroy: false });
  const destination = createLocalFileDestinationProvider({
    file: { path: file },
    encryption: { enabled: false },
    compression: { enabled: false },
  });
  const transfer = engine.createTransferEngine(source, destination, {
    versionStrategy: 'ignore',
    schemaStrategy: 'ignore',
    exclude: [],
    only: [],
    transforms: TRANSFORMS,
  });
  const { destination: written } = await transfer.transfer();
  await stop(strapi);
  return { file: written?.file?.path ?? file };
}
