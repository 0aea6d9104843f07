import type { Data } from '../documents';
import type { ComponentField, LinkField, MediaField, Model, ScalarField } from '../model/model';
import type { Session } from '../session';
import type { Content, Target } from './content';

/** Takes a problem with the field at a path. */
export type Report = (field: string, message: string) => void;

/** What Strapi or this module sets itself. */
const OWN_FIELDS = ['id', 'documentId', 'locale', 'publishedAt', 'updatedAt'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const hasOnly = (value: Record<string, unknown>, keys: readonly string[]) => Object.keys(value).every((key) => keys.includes(key));

function parseTarget(value: unknown): Target {
  if (typeof value === 'string' && value !== '') return { documentId: value, locale: null };
  if (isRecord(value) && hasOnly(value, ['documentId', 'locale'])) {
    const { documentId, locale = null } = value;
    const isLocale = locale === null || typeof locale === 'string';
    if (typeof documentId === 'string' && documentId !== '' && isLocale) return { documentId, locale };
  }
  throw new TypeError('expected a documentId or { documentId, locale }');
}

function parseFile(value: unknown): number {
  const id: unknown = isRecord(value) && hasOnly(value, ['id']) ? value['id'] : value;
  if (typeof id === 'number' && Number.isInteger(id)) return id;
  throw new TypeError('expected the id of a file, or { id }');
}

/** Several values only where a field takes several. */
function listOf(value: unknown, several: boolean): readonly unknown[] {
  if (value === null) return [];
  if (several) return Array.isArray(value) ? (value as unknown[]) : [value];
  if (Array.isArray(value)) throw new TypeError('expected one, not a list');
  return [value];
}

const parseLink = ({ toMany }: LinkField, value: unknown) => listOf(value, toMany).map(parseTarget);

const parseMedia = ({ multiple }: MediaField, value: unknown) => listOf(value, multiple).map(parseFile);

const parseReference = (value: unknown) => (value === null ? null : parseFile(value));

/** Reads what a caller gives into content, and reports everything that can't be written, or not as it was meant. */
export type ContentParser = (model: Model, data: Data, report: Report, path?: string) => Content;

/** A parser for the documents of one call: JSON that it checks is converted once. */
export function createContentParser({ models, toColumn }: Pick<Session, 'models' | 'toColumn'>): ContentParser {
  const parseScalar = (model: Model, { name, type, unique }: ScalarField, value: unknown) => {
    if (unique && value !== null && !models.isContentType(model.uid)) throw new TypeError('unique fields of components are not supported');
    if (name === 'createdAt' && value === null) throw new TypeError('expected a date');
    toColumn(type, value);
    return value;
  };

  function parseComponents({ kind, components, name }: ComponentField, value: unknown, path: string, report: Report): Content[] {
    if (kind !== 'single' && !Array.isArray(value)) throw new TypeError('expected an array');
    return listOf(value, kind !== 'single').flatMap((item, index) => {
      const itemPath = kind === 'single' ? `${path}${name}.` : `${path}${name}.${index}.`;
      const given = isRecord(item) ? item : {};
      const { __component: type = components[0], ...rest } = given;
      const uid = kind === 'zone' ? given['__component'] : type;
      if (!isRecord(item) || typeof uid !== 'string' || !components.includes(uid)) {
        report(itemPath.slice(0, -1), `expected an object${kind === 'zone' ? ` with __component, one of ${components.join(', ')}` : ''}`);
        return [];
      }
      return [parse(models.get(uid), rest, report, itemPath)];
    });
  }

  function parse(model: Model, data: Data, report: Report, path = ''): Content {
    const scalars: Record<string, unknown> = {};
    const references: Record<string, number | null> = {};
    const links: Record<string, readonly Target[]> = {};
    const media: Record<string, readonly number[]> = {};
    const components: Record<string, readonly Content[]> = {};
    for (const name of Object.keys(data)) {
      const value = data[name];
      if (value === undefined) continue;
      try {
        if (OWN_FIELDS.includes(name)) throw new TypeError('is set by the writer');
        const known = model.fields.get(name);
        if (known === undefined) throw new TypeError(`${model.uid} has no such field`);
        if (known.kind === 'scalar') scalars[name] = parseScalar(model, known.field, value);
        else if (known.kind === 'link' || known.kind === 'pair') links[name] = parseLink(known.field, value);
        else if (known.kind === 'media') media[name] = parseMedia(known.field, value);
        else if (known.kind === 'component') components[name] = parseComponents(known.field, value, path, report);
        else if (known.kind === 'reference') references[name] = parseReference(value);
        else throw new TypeError(known.field.reason);
      } catch (error) {
        report(`${path}${name}`, messageOf(error));
      }
    }
    return { uid: model.uid, scalars, references, links, media, components };
  }

  return parse;
}
