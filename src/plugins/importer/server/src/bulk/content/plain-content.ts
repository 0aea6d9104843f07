import type { Models } from '../model/models';
import { type Content, ENTRY_FIELDS } from './content';
import { withoutText } from './json-text';

type Plain = Record<string, unknown>;

/** Scalars and components as Strapi's validator reads them. It would look up relations one by one: they are left out. */
export function toPlain(models: Models, { uid, scalars, components }: Content): Plain {
  const plain: Plain = Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, withoutText(value)]));
  for (const { name, kind } of models.get(uid).components) {
    const list = components[name]?.map((component) => ({
      ...toPlain(models, component),
      ...(kind === 'zone' ? { __component: component.uid } : {}),
    }));
    if (list !== undefined) plain[name] = kind === 'single' ? (list[0] ?? null) : list;
  }
  return plain;
}

/** The content with what validation has made of it: with defaults, above all. */
export function fromPlain(models: Models, content: Content, plain: Plain): Content {
  const model = models.get(content.uid);
  const scalars = model.scalars
    .filter(({ name }) => plain[name] !== undefined && !(models.isContentType(model.uid) && ENTRY_FIELDS.includes(name)))
    .map(({ name }) => [name, plain[name]] as const);
  const components = Object.entries(content.components).map(([name, list]) => {
    const values = [plain[name]].flat() as Plain[];
    return [name, list.map((component, index) => fromPlain(models, component, values[index] ?? {}))] as const;
  });
  return { ...content, scalars: Object.fromEntries(scalars), components: Object.fromEntries(components) };
}
