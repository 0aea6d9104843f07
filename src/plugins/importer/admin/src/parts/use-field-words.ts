import { useCallback } from 'react';
import type { StoryField } from '../../../shared/contracts/runs';
import { useWords, type Word } from '../translations/use-words';

/** Fields of an article, by what the panel calls them. */
export const FIELDS: Readonly<Record<StoryField, Word>> = {
  title: 'importer.common.field.title',
  datePublished: 'importer.common.field.date',
  dateModified: 'importer.common.field.modified',
  category: 'importer.common.field.category',
  tags: 'importer.common.field.tags',
  byline: 'importer.common.field.byline',
  authors: 'importer.common.field.authors',
  originalUrl: 'importer.common.field.original-url',
  lead: 'importer.common.field.lead',
  body: 'importer.common.field.body',
};

export const isField = (name: string): name is StoryField => name in FIELDS;

/** Says what a field of an article is called. */
export function useFieldWords(): (field: StoryField) => string {
  const say = useWords();
  return useCallback((field: StoryField) => say(FIELDS[field]), [say]);
}
