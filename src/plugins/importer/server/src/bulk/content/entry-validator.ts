import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Models } from '../model/models';
import type { Problem } from '../refusal';
import type { Content, Entry } from './content';
import { fromPlain, toPlain } from './plain-content';
import { compileQuickCheck, type How, type Schema } from './quick-check/compile';

interface StrapiValidator {
  validateEntityCreation(schema: unknown, data: unknown, options: object): Promise<unknown>;
  validateEntityUpdate(schema: unknown, data: unknown, options: object): Promise<unknown>;
}

const validationError = z.object({ details: z.object({ errors: z.array(z.object({ path: z.array(z.unknown()), message: z.string() })) }) });

const UID_CHARACTERS = '^[A-Za-z0-9-_.~]*$';

/** A schema whose unique fields are not looked up one by one: `find-taken-values` asks for all of them at once. */
function withoutUniqueness(schema: Schema): Schema {
  const attributes = Object.entries(schema.attributes).map(([name, attribute]) => {
    const { type, regex } = attribute;
    return [
      name,
      type === 'uid' ? { ...attribute, type: 'string', regex: regex ?? UID_CHARACTERS } : { ...attribute, unique: false },
    ] as const;
  });
  return { ...schema, attributes: Object.fromEntries(attributes) };
}

/** Validates entries of one content type as Strapi's own validator does. */
export interface EntryValidator {
  /** Undefined where Strapi's validator has to be asked. */
  checkQuickly(content: Content, how: How, isDraft: boolean): Content | undefined;
  /** @throws an error of Strapi's, with what is wrong. */
  askStrapi(entry: Pick<Entry, 'content' | 'status' | 'locale'>, how: How): Promise<Content>;
  /**
   * Checks entries, and fills defaults into new ones.
   *
   * @returns the entries as they are to be written, and what is wrong with them.
   */
  validate<E extends Entry>(entries: readonly E[], how: How): Promise<{ readonly valid: E[]; readonly problems: Problem[] }>;
}

export function createEntryValidator(strapi: Core.Strapi, models: Models, uid: string): EntryValidator {
  const schemaOf = (name: string) => strapi.getModel(name as Parameters<typeof strapi.getModel>[0]) as unknown as Schema;
  const schema = withoutUniqueness(schemaOf(uid));
  const asValidated = (name: string) => (name === uid ? schema : schemaOf(name));
  const checks = {
    whole: {
      draft: compileQuickCheck(models, asValidated, 'whole', true),
      published: compileQuickCheck(models, asValidated, 'whole', false),
    },
    partly: {
      draft: compileQuickCheck(models, asValidated, 'partly', true),
      published: compileQuickCheck(models, asValidated, 'partly', false),
    },
  };

  const checkQuickly: EntryValidator['checkQuickly'] = (content, how, isDraft) =>
    checks[how][isDraft ? 'draft' : 'published'](content.uid)(content);

  const askStrapi: EntryValidator['askStrapi'] = async ({ content, status, locale }, how) => {
    const validator = strapi.get<StrapiValidator>('entityValidator');
    const validate = how === 'whole' ? 'validateEntityCreation' : 'validateEntityUpdate';
    const plain = await validator[validate](schema, toPlain(models, content), { isDraft: status === 'draft', locale });
    return fromPlain(models, content, plain as Record<string, unknown>);
  };

  return {
    checkQuickly,
    askStrapi,
    async validate(entries, how) {
      const valid: (typeof entries)[number][] = [];
      const problems: Problem[] = [];
      for (const entry of entries) {
        try {
          const content = checkQuickly(entry.content, how, entry.status === 'draft') ?? (await askStrapi(entry, how));
          valid.push({ ...entry, content });
        } catch (error) {
          const parsed = validationError.safeParse(error);
          if (!parsed.success) throw error;
          const { errors } = parsed.data.details;
          problems.push(...errors.map(({ path, message }) => ({ document: entry.index, field: path.join('.') || null, message })));
        }
      }
      return { valid, problems };
    },
  };
}
