import { Field, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { type CorrectedField, LONGEST_CORRECTION } from '../../../../../shared/contracts/pages';
import { IconLabel } from '../../../parts/icon-label';
import { useWords } from '../../../translations/use-words';
import { useFieldLabels } from '../../../parts/use-field-labels';

interface FieldInputProps {
  readonly field: CorrectedField;
  readonly text: string;
  /** What was recognised by itself; null where nothing was. */
  readonly recognised: string | null;
  readonly isLacking: boolean;
  /** Selected text goes here. */
  readonly isTarget: boolean;
  readonly onChoose: () => void;
  readonly onType: (text: string) => void;
}

/** What an editor gives for a field: typed, or picked from the page. */
export function FieldInput({ field, text, recognised, isLacking, isTarget, onChoose, onType }: FieldInputProps) {
  const say = useWords();
  const nameOf = useFieldLabels();
  const hint =
    recognised !== null
      ? say('importer.inbox.recognised', { value: recognised })
      : say(field === 'datePublished' ? 'importer.inbox.date-hint' : 'importer.inbox.not-recognised');
  return (
    <Field.Root name={field} hint={hint} onFocus={onChoose}>
      <Field.Label
        action={
          isLacking && (
            <Typography variant="pi" textColor="danger700">
              {say('importer.inbox.missing')}
            </Typography>
          )
        }
      >
        {nameOf(field)}
      </Field.Label>
      <Field.Input
        value={text}
        maxLength={LONGEST_CORRECTION}
        onChange={({ target }) => {
          onType(target.value);
        }}
      />
      <Field.Hint />
      {isTarget && (
        <IconLabel icon={ArrowLeft} tone="primary">
          {say('importer.inbox.target')}
        </IconLabel>
      )}
    </Field.Root>
  );
}
