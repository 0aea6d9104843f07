import { useCallback } from 'react';
import { useWords, type Word } from '../translations/use-words';

interface RuleWords {
  readonly name: Word;
  /** What a person can do about it. */
  readonly advice: Word;
  /** Whether what was found is a quotation, from the page or of a fault, and no sentence in English. */
  readonly quotes?: true;
}

/** The words of every rule of the server. */
export const RULES: Readonly<Record<string, RuleWords>> = {
  unreadable: { name: 'importer.common.rule.unreadable', advice: 'importer.common.advice.unreadable', quotes: true },
  'page-too-large': { name: 'importer.common.rule.page-too-large', advice: 'importer.common.advice.page-too-large' },
  'link-unfollowed': { name: 'importer.common.rule.link-unfollowed', advice: 'importer.common.advice.link-unfollowed' },
  'name-unsafe': { name: 'importer.common.rule.name-unsafe', advice: 'importer.common.advice.name-unsafe' },
  'name-duplicate': { name: 'importer.common.rule.name-duplicate', advice: 'importer.common.advice.name-duplicate' },
  'archive-too-large': { name: 'importer.common.rule.archive-too-large', advice: 'importer.common.advice.archive-too-large' },
  'page-empty': { name: 'importer.common.rule.page-empty', advice: 'importer.common.advice.page-empty' },
  binary: { name: 'importer.common.rule.binary', advice: 'importer.common.advice.binary' },
  encoding: { name: 'importer.common.rule.encoding', advice: 'importer.common.advice.encoding' },
  'language-missing': { name: 'importer.common.rule.language-missing', advice: 'importer.common.advice.language-missing', quotes: true },
  'format-unread': { name: 'importer.common.rule.format-unread', advice: 'importer.common.advice.format-unread', quotes: true },
  'front-matter-invalid': {
    name: 'importer.common.rule.front-matter-invalid',
    advice: 'importer.common.advice.front-matter-invalid',
    quotes: true,
  },
  'value-too-long': { name: 'importer.common.rule.value-too-long', advice: 'importer.common.advice.value-too-long', quotes: true },
  'headline-missing': { name: 'importer.common.rule.headline-missing', advice: 'importer.common.advice.headline-missing' },
  'headline-too-long': { name: 'importer.common.rule.headline-too-long', advice: 'importer.common.advice.headline-too-long' },
  'body-missing': { name: 'importer.common.rule.body-missing', advice: 'importer.common.advice.body-missing' },
  'date-missing': { name: 'importer.common.rule.date-missing', advice: 'importer.common.advice.date-missing' },
  'date-invalid': { name: 'importer.common.rule.date-invalid', advice: 'importer.common.advice.date-invalid', quotes: true },
  'date-order-unclear': {
    name: 'importer.common.rule.date-order-unclear',
    advice: 'importer.common.advice.date-order-unclear',
    quotes: true,
  },
  'views-unclear': { name: 'importer.common.rule.views-unclear', advice: 'importer.common.advice.views-unclear', quotes: true },
  'site-text-too-long': {
    name: 'importer.common.rule.site-text-too-long',
    advice: 'importer.common.advice.site-text-too-long',
    quotes: true,
  },
  'time-skipped': { name: 'importer.common.rule.time-skipped', advice: 'importer.common.advice.time-skipped', quotes: true },
  'date-in-future': { name: 'importer.common.rule.date-in-future', advice: 'importer.common.advice.date-in-future', quotes: true },
  'views-too-large': { name: 'importer.common.rule.views-too-large', advice: 'importer.common.advice.views-too-large', quotes: true },
  'site-data-invalid': { name: 'importer.common.rule.site-data-invalid', advice: 'importer.common.advice.site-data-invalid', quotes: true },
  'write-failed': { name: 'importer.common.rule.write-failed', advice: 'importer.common.advice.write-failed', quotes: true },
};

function useRuleText(part: 'name' | 'advice'): (rule: string) => string | null {
  const say = useWords();
  return useCallback(
    (rule: string) => {
      const words = RULES[rule];
      return words === undefined ? null : say(words[part]);
    },
    [say, part],
  );
}

/** Says what a rule is about. One that has no words yet is shown by its name. */
export function useRuleWords(): (rule: string) => string {
  const sayName = useRuleText('name');
  return useCallback((rule: string) => sayName(rule) ?? rule, [sayName]);
}

/** Says what a person can do about a rule; null where nothing is known. */
export const useRuleAdvice = (): ((rule: string) => string | null) => useRuleText('advice');

/** Says what was found on a page, where that needs no translation; null elsewhere. */
export function useFoundWords(): (problem: { readonly rule: string; readonly found: string }) => string | null {
  const say = useWords();
  return useCallback(({ rule, found }) => (RULES[rule]?.quotes === true ? say('importer.common.found', { found }) : null), [say]);
}
