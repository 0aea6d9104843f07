import type { Models } from '../../model/models';
import type { ComponentField } from '../../model/model';
import { type Content, ENTRY_FIELDS } from '../content';
import { compileScalar, type ScalarRules } from './scalars';

/** `whole` for new rows, which get defaults; `partly` for fields that change in a standing one. */
export type How = 'whole' | 'partly';

/** A schema as Strapi's validator reads it. */
export interface Schema {
  readonly attributes: Readonly<Record<string, ScalarRules>>;
}

/** The content with its defaults, or undefined where only Strapi's validator can tell. */
export type QuickCheck = (content: Content) => Content | undefined;

type Scalars = Content['scalars'];

const isLimit = (value: unknown): value is number => Number.isInteger(value);

/** Scalars in their schema: given ones are tested, and the others are filled with defaults. */
function compileScalars({ attributes }: Schema, names: ReadonlySet<string>, how: How, isDraft: boolean) {
  const rules = Object.entries(attributes).filter(([name, { writable }]) => names.has(name) && writable !== false);
  const tests = new Map(rules.map(([name, rule]) => [name, compileScalar(rule, isDraft)]));
  const presets = rules.flatMap(([name, { default: preset }]) =>
    how === 'whole' && preset !== undefined ? [[name, preset] as const] : [],
  );
  // A preset that does not fit its own field, or is made anew each time, leaves nothing certain.
  const fits = presets.every(([name, preset]) => typeof preset !== 'function' && tests.get(name)?.(preset) === true);
  const required = rules.flatMap(([name, rule]) => (how === 'whole' && !isDraft && rule.required === true ? [name] : []));

  return (scalars: Scalars): Scalars | undefined => {
    if (!fits) return undefined;
    for (const name of Object.keys(scalars)) {
      const value = scalars[name];
      if (value !== undefined && tests.get(name)?.(value) !== true) return undefined;
    }
    const missing = presets.filter(([name]) => scalars[name] === undefined);
    const filled = missing.length === 0 ? scalars : { ...scalars, ...Object.fromEntries(missing) };
    return required.every((name) => filled[name] !== undefined) ? filled : undefined;
  };
}

/** Whether a list of components, or none, may stand in a field. */
function compileList({ kind }: ComponentField, rules: ScalarRules, how: How, isDraft: boolean) {
  const { required = false, min, max, conditions, default: preset } = rules;
  const isRequired = required && how === 'whole';
  return (list: readonly Content[] | undefined): boolean => {
    if (conditions !== undefined || preset !== undefined) return false;
    if (kind === 'single') return isDraft || !required || (list === undefined ? !isRequired : list.length > 0);
    if (list === undefined) return !isRequired;
    if (isDraft) return true;
    const least = isLimit(min) && (required || list.length > 0) ? min : 0;
    return list.length >= least && list.length <= (isLimit(max) ? max : Infinity);
  };
}

/**
 * Compiles the rules of a model to a check that lets through only what Strapi's validator is certain to take and to leave
 * as it is, but for defaults. Everything else is for Strapi's validator, and its messages.
 *
 * @param schemaOf the schema of a model by its uid.
 */
export function compileQuickCheck(models: Models, schemaOf: (uid: string) => Schema, how: How, isDraft: boolean) {
  const compiled = new Map<string, QuickCheck>();

  const compile = (uid: string): QuickCheck => {
    const model = models.get(uid);
    const schema = schemaOf(uid);
    const isContent = (name: string) => !models.isContentType(uid) || !ENTRY_FIELDS.includes(name);
    const checkScalars = compileScalars(schema, new Set(model.scalars.map(({ name }) => name).filter(isContent)), how, isDraft);
    const fields = model.components.map((field) => {
      const rules = schema.attributes[field.name];
      return { name: field.name, isList: rules === undefined ? () => false : compileList(field, rules, how, isDraft) };
    });

    return (content) => {
      const scalars = checkScalars(content.scalars);
      if (scalars === undefined) return undefined;
      let components = content.components;
      for (const { name, isList } of fields) {
        const list = content.components[name];
        if (!isList(list)) return undefined;
        if (list === undefined) continue;
        const checked: Content[] = [];
        for (const component of list) {
          const whole = checkOf(component.uid)(component);
          if (whole === undefined) return undefined;
          checked.push(whole);
        }
        components = { ...components, [name]: checked };
      }
      return scalars === content.scalars && components === content.components ? content : { ...content, scalars, components };
    };
  };

  const checkOf = (uid: string): QuickCheck => {
    const check = compiled.get(uid) ?? compile(uid);
    compiled.set(uid, check);
    return check;
  };

  return checkOf;
}
