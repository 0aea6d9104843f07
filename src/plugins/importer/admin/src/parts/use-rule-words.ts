import { useCallback } from 'react';
import { useWords, type Word } from '../translations/use-words';

const RULES: Readonly<Record<string, Word>> = {
  unreadable: 'importer.common.rule.unreadable',
  'page-too-large': 'importer.common.rule.page-too-large',
  'link-unfollowed': 'importer.common.rule.link-unfollowed',
  'name-unsafe': 'importer.common.rule.name-unsafe',
  'name-duplicate': 'importer.common.rule.name-duplicate',
  'archive-too-large': 'importer.common.rule.archive-too-large',
  'page-empty': 'importer.common.rule.page-empty',
  binary: 'importer.common.rule.binary',
  'headline-missing': 'importer.common.rule.headline-missing',
  'headline-too-long': 'importer.common.rule.headline-too-long',
  'body-missing': 'importer.common.rule.body-missing',
  'date-missing': 'importer.common.rule.date-missing',
  'date-invalid': 'importer.common.rule.date-invalid',
  'time-skipped': 'importer.common.rule.time-skipped',
  'views-too-large': 'importer.common.rule.views-too-large',
  'site-data-invalid': 'importer.common.rule.site-data-invalid',
  'write-failed': 'importer.common.rule.write-failed',
};

/** Says what a rule is about. One that has no words yet is shown by its name. */
export function useRuleWords(): (rule: string) => string {
  const say = useWords();
  return useCallback(
    (rule: string) => {
      const word = RULES[rule];
      return word === undefined ? rule : say(word);
    },
    [say],
  );
}
