import { useCallback } from 'react';
import type { StoryField } from '../../../shared/contracts/runs';
import { useWords, type Word } from '../translations/use-words';

const LABELS: Readonly<Record<StoryField, Word>> = {
  title: 'importer.inbox.field.title',
  datePublished: 'importer.inbox.field.date',
  dateModified: 'importer.inbox.field.modified',
  category: 'importer.inbox.field.category',
  tags: 'importer.inbox.field.tags',
  byline: 'importer.inbox.field.byline',
  authors: 'importer.inbox.field.authors',
  originalUrl: 'importer.inbox.field.original-url',
  lead: 'importer.inbox.field.lead',
  body: 'importer.inbox.field.body',
};

/** Names a field where its name stands by itself; `useFieldWords` names it within a sentence. */
export function useFieldLabels(): (field: StoryField) => string {
  const say = useWords();
  return useCallback((field: StoryField) => say(LABELS[field]), [say]);
}
