import fc, { type GeneratorValue } from 'fast-check';
import type { Item, Step } from './bulk-app';

type Kind = 'ship' | 'sailor' | 'port' | 'flag';

interface Side {
  readonly of: Kind;
  readonly field: string;
  readonly to: Kind;
  readonly toMany: boolean;
}

/** Two-way relations of the fixture application, both sides of each, by what they are. */
export const PAIRS = {
  'one to many': [
    { of: 'ship', field: 'crew', to: 'sailor', toMany: true },
    { of: 'sailor', field: 'ship', to: 'ship', toMany: false },
  ],
  'one to many, without drafts on one side': [
    { of: 'port', field: 'fleet', to: 'ship', toMany: true },
    { of: 'ship', field: 'home', to: 'port', toMany: false },
  ],
  'one to many, with locales on one side': [
    { of: 'flag', field: 'flown', to: 'ship', toMany: true },
    { of: 'ship', field: 'colour', to: 'flag', toMany: false },
  ],
  'many to many': [
    { of: 'ship', field: 'friends', to: 'sailor', toMany: true },
    { of: 'sailor', field: 'ships', to: 'ship', toMany: true },
  ],
  'many to many, without drafts on one side': [
    { of: 'ship', field: 'calls', to: 'port', toMany: true },
    { of: 'port', field: 'callers', to: 'ship', toMany: true },
  ],
  'many to many, with locales on one side': [
    { of: 'ship', field: 'flags', to: 'flag', toMany: true },
    { of: 'flag', field: 'ships', to: 'ship', toMany: true },
  ],
  'one to one': [
    { of: 'ship', field: 'captain', to: 'sailor', toMany: false },
    { of: 'sailor', field: 'command', to: 'ship', toMany: false },
  ],
  'one to one, without drafts on one side': [
    { of: 'ship', field: 'berth', to: 'port', toMany: false },
    { of: 'port', field: 'guest', to: 'ship', toMany: false },
  ],
} as const satisfies Record<string, readonly Side[]>;

const LOCALES = ['en', 'fr'] as const;
const STATUSES = ['draft', 'published'] as const;

const someStatus = () => fc.constantFrom(...STATUSES);
const someAction = () =>
  fc.constantFrom<Exclude<Step['action'], 'create'>[]>('update', 'update', 'update', 'publish', 'publish', 'unpublish', 'delete');

interface Document {
  readonly documentId: string;
  readonly locales: Set<string>;
}

/** A short life of documents that point to each other: each step is a batch for documents of one content type. */
export function livesOf(g: GeneratorValue, sides: readonly Side[]): Step[] {
  const kinds = [...new Set(sides.map(({ of }) => of))];
  const fleet = new Map<Kind, Document[]>(kinds.map((kind) => [kind, []]));
  const documentsOf = (kind: Kind) => fleet.get(kind) ?? [];
  const hasDrafts = (kind: Kind) => kind !== 'port';
  const uidOf = (kind: Kind) => `api::${kind}.${kind}`;
  let count = 0;

  const dataOf = (kind: Kind): Record<string, unknown> => {
    const data: Record<string, unknown> = { name: g(fc.constantFrom, 'a', 'b') };
    for (const { field, to, toMany } of sides.filter(({ of }) => of === kind)) {
      if (g(fc.nat, 3) === 0) continue;
      const choices = documentsOf(to).flatMap(({ documentId, locales }) =>
        to === 'flag' ? [...locales].map((locale) => ({ documentId, locale })) : [{ documentId }],
      );
      const chosen = g((values: typeof choices) => fc.shuffledSubarray(values), choices);
      data[field] = toMany ? chosen : (chosen[0] ?? null);
    }
    return data;
  };
  const statusOf = (kind: Kind) => (hasDrafts(kind) ? { status: g(someStatus) } : {});

  const create = (kind: Kind): Step => {
    const items = Array.from({ length: g(fc.integer, { min: 1, max: 3 }) }, (): Item => {
      const documentId = `${kind}${(count += 1)}`;
      return { documentId, ...(kind === 'flag' ? { locale: 'en' } : {}), ...statusOf(kind), data: dataOf(kind) };
    });
    documentsOf(kind).push(...items.map(({ documentId }) => ({ documentId, locales: new Set(['en']) })));
    return { uid: uidOf(kind), action: 'create', items };
  };

  const change = (kind: Kind): Step[] => {
    const chosen = g((values: Document[]) => fc.shuffledSubarray(values, { minLength: 1 }), documentsOf(kind));
    const action = g(someAction);
    const uid = uidOf(kind);
    if (action === 'delete') {
      const [gone] = chosen;
      if (gone === undefined) return [];
      fleet.set(
        kind,
        documentsOf(kind).filter((document) => document !== gone),
      );
      return [{ uid, action, items: [{ documentId: gone.documentId, ...(kind === 'flag' ? { locale: '*' } : {}) }] }];
    }
    if (action !== 'update' && !hasDrafts(kind)) return [];
    const items = chosen.map(({ documentId, locales }): Item => {
      const known = action === 'update' ? LOCALES : [...locales];
      const place = {
        documentId,
        ...(kind === 'flag' ? { locale: g((values: readonly string[]) => fc.constantFrom(...values), known) } : {}),
      };
      return action === 'update' ? { ...place, ...statusOf(kind), data: dataOf(kind) } : place;
    });
    for (const [index, { locale }] of items.entries()) if (locale !== undefined) chosen[index]?.locales.add(locale);
    return [{ uid, action, items }];
  };

  const start = [...kinds, ...kinds].map(create);
  const later = Array.from({ length: g(fc.integer, { min: 2, max: 8 }) }, () => {
    const kind = g((values: readonly Kind[]) => fc.constantFrom(...values), kinds);
    return documentsOf(kind).length === 0 || g(fc.nat, 6) === 0 ? [create(kind)] : change(kind);
  });
  return [...start, ...later.flat()];
}
