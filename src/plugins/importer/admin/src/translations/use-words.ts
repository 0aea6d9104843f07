import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type common from './en/common.json';
import type home from './en/home.json';
import type imports from './en/imports.json';
import type inbox from './en/inbox.json';
import type pages from './en/pages.json';
import type partners from './en/partners.json';
import type runs from './en/runs.json';
import type messages from './en/messages.json';

/** The name of something that the plugin says. One that no translation has is a type error. */
export type Word = keyof (typeof common &
  typeof home &
  typeof imports &
  typeof inbox &
  typeof pages &
  typeof partners &
  typeof runs &
  typeof messages);

export type Say = (word: Word, values?: Record<string, string | number | Date>) => string;

/** Tells whether something is the name of words that the panel has. */
export function useIsWord(): (id: string) => id is Word {
  const { messages } = useIntl();
  return useCallback((id: string): id is Word => id in messages, [messages]);
}

/** Says things in the language that the person reads the panel in. */
export function useWords(): Say {
  const intl = useIntl();
  return useCallback<Say>((id, values) => intl.formatMessage({ id, defaultMessage: id }, values), [intl]);
}
