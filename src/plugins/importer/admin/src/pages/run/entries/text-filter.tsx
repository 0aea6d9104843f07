import { Field } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { LONGEST_FILTER } from '../../../../../shared/contracts/list';
import { useWords } from '../../../translations/use-words';

const TYPED_MS = 350;

interface TextFilterProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Searches when somebody has stopped typing. */
export function TextFilter({ value, onChange }: TextFilterProps) {
  const say = useWords();
  const [text, setText] = useState(value);
  useEffect(() => {
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => {
      onChange(text);
    }, TYPED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text, value, onChange]);

  return (
    <Field.Root name="q" flex="1 1 22rem" maxWidth={{ initial: '100%', medium: '36rem' }}>
      <Field.Label>{say('importer.runs.filter.text')}</Field.Label>
      <Field.Input
        size="S"
        type="search"
        maxLength={LONGEST_FILTER}
        startAction={<Search aria-hidden fill="neutral500" />}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
    </Field.Root>
  );
}
