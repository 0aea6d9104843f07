import { z } from 'zod';
import type { Model } from '../model/model';
import type { Models } from '../model/models';
import type { Problem } from '../refusal';
import type { Session } from '../session';
import type { Content, Entry } from './content';

interface Validator {
  validateEntityCreation(schema: unknown, data: unknown, options: object): Promise<unknown>;
  validateEntityUpdate(schema: unknown, data: unknown, options: object): Promise<unknown>;
}

const validationError = z.object({ details: z.object({ errors: z.array(z.object({ path: z.array(z.unknown()), message: z.string() })) }) });

type Plain = Record<string, unknown>;

/** Scalars and components as Strapi's validator reads them. It would look up relations one by one: they are left out. */
function toPlain(models: Models, { uid, scalars, components }: Content): Plain {
  const plain: Plain = { ...scalars };
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
function fromPlain(models: Models, content: Content, plain: Plain): Content {
  const model: Model = models.get(content.uid);
  const scalars = model.scalars.filter(({ name }) => plain[name] !== undefined).map(({ name }) => [name, plain[name]] as const);
  const components = Object.entries(content.components).map(([name, list]) => {
    const values = [plain[name]].flat() as Plain[];
    return [name, list.map((component, index) => fromPlain(models, component, values[index] ?? {}))] as const;
  });
  return { ...content, scalars: Object.fromEntries(scalars), components: Object.fromEntries(components) };
}

/** A schema whose unique fields are not looked up one by one: `find-taken-values` asks for all of them at once. */
function withoutUniqueness(session: Session): unknown {
  const schema = session.strapi.getModel(session.type.uid as Parameters<typeof session.strapi.getModel>[0]);
  const attributes = Object.entries(schema.attributes as Record<string, { readonly type: string; readonly regex?: unknown }>).map(
    ([name, attribute]) => {
      const { type, regex } = attribute;
      return [
        name,
        type === 'uid' ? { ...attribute, type: 'string', regex: regex ?? '^[A-Za-z0-9-_.~]*$' } : { ...attribute, unique: false },
      ] as const;
    },
  );
  return { ...schema, attributes: Object.fromEntries(attributes) };
}

/**
 * Lets Strapi's own validator check the entries, and fill defaults into new ones.
 *
 * @param how `whole` for new rows, `partly` for fields that change in a standing one.
 * @returns the entries as they are to be written, and what is wrong with them.
 */
export async function validateEntries<E extends Entry>(session: Session, entries: readonly E[], how: 'whole' | 'partly') {
  const { strapi, models } = session;
  const validator = strapi.get<Validator>('entityValidator');
  const schema = withoutUniqueness(session);
  const validate = how === 'whole' ? 'validateEntityCreation' : 'validateEntityUpdate';
  const valid: E[] = [];
  const problems: Problem[] = [];

  for (const entry of entries) {
    const options = { isDraft: entry.status === 'draft', locale: entry.locale };
    try {
      const plain = (await validator[validate](schema, toPlain(models, entry.content), options)) as Plain;
      valid.push({ ...entry, content: fromPlain(models, entry.content, plain) });
    } catch (error) {
      const parsed = validationError.safeParse(error);
      if (!parsed.success) throw error;
      problems.push(
        ...parsed.data.details.errors.map(({ path, message }) => ({ document: entry.index, field: path.join('.') || null, message })),
      );
    }
  }
  return { valid, problems };
}
