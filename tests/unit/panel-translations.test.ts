import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import az from '../../src/admin/translations/az.json';
import en from '../../src/admin/translations/en.json';
import ru from '../../src/admin/translations/ru.json';

const API = path.resolve(__dirname, '../../src/api');

interface Schema {
  readonly info: { readonly singularName: string; readonly displayName: string };
  readonly config?: { readonly metadatas: Record<string, { readonly edit: { readonly label: string; readonly description: string } }> };
}

const schemas = readdirSync(API, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'schema.json')
  .map((file) => JSON.parse(readFileSync(path.join(API, file), 'utf8')) as Schema)
  .filter((schema) => schema.config !== undefined);

/** Everything that an editor reads of our content types: names of types, labels and descriptions of fields. */
const wanted = schemas.flatMap(({ info, config }) => [
  info.displayName,
  ...Object.entries(config?.metadatas ?? {}).flatMap(([field, { edit }]) => [
    `content-manager.content-types.api::${info.singularName}.${info.singularName}.${field}`,
    edit.description,
  ]),
]);

const own = [...new Set([...wanted, ...Object.keys(en)])].sort();

describe('translations of the panel', () => {
  it.each([
    ['Russian', ru],
    ['Azerbaijani', az],
  ])('hold all our labels and descriptions in %s, and no other', (_language, translation) => {
    expect(Object.keys(translation).sort()).toEqual(own);
    expect(Object.values(translation).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('describe every field', () => {
    expect(wanted.filter((text) => text.trim() === '')).toEqual([]);
  });
});
