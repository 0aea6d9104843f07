import {
  Box,
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  Grid,
  Radio,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { type FocusEvent, useId } from 'react';
import { useIntl } from 'react-intl';
import type { ImportOptions, ImportOrder } from '../../../../../shared/contracts/imports';
import { useWords } from '../../../translations/use-words';

/** How pages are to be imported, whatever they are. */
export type Settings = Omit<ImportOrder, 'source'>;

const RECOGNISED = 'recognised';

interface SettingsFormProps {
  readonly options: ImportOptions;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** What is typed replaces the zone that is chosen: without this it would be added to its name, and find nothing. */
function selectText({ target }: FocusEvent): void {
  if (target instanceof HTMLInputElement) target.select();
}

/** Language, time zone, order of day and month, and whether readers see the articles at once. */
export function SettingsForm({ options, settings, onChange }: SettingsFormProps) {
  const say = useWords();
  const intl = useIntl();
  const statusLabel = useId();
  return (
    <Grid.Root gap={6}>
      <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
        <Field.Root name="locale" hint={say('importer.imports.locale.hint')}>
          <Field.Label>{say('importer.imports.locale.label')}</Field.Label>
          <SingleSelect
            value={settings.locale ?? RECOGNISED}
            onChange={(locale) => {
              onChange({ ...settings, locale: locale === RECOGNISED ? null : String(locale) });
            }}
          >
            <SingleSelectOption value={RECOGNISED}>{say('importer.imports.locale.recognised')}</SingleSelectOption>
            {options.locales.map((locale) => (
              <SingleSelectOption key={locale} value={locale}>
                {intl.formatDisplayName(locale, { type: 'language' }) ?? locale}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
      </Grid.Item>
      <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
        <Field.Root name="timeZone" hint={say('importer.imports.time-zone.hint')}>
          <Field.Label>{say('importer.imports.time-zone.label')}</Field.Label>
          <Box onFocusCapture={selectText}>
            <Combobox
              value={settings.timeZone}
              defaultTextValue={settings.timeZone}
              autocomplete={{ type: 'list', filter: 'contains' }}
              onChange={(timeZone) => {
                if (timeZone) onChange({ ...settings, timeZone });
              }}
              noOptionsMessage={() => say('importer.imports.time-zone.none')}
            >
              {options.timeZones.map((timeZone) => (
                <ComboboxOption key={timeZone} value={timeZone}>
                  {timeZone}
                </ComboboxOption>
              ))}
            </Combobox>
          </Box>
          <Field.Hint />
        </Field.Root>
      </Grid.Item>
      <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
        <Field.Root name="dateOrder" hint={say('importer.imports.date-order.hint')}>
          <Field.Label>{say('importer.imports.date-order.label')}</Field.Label>
          <SingleSelect
            value={settings.dateOrder ?? RECOGNISED}
            onChange={(order) => {
              onChange({ ...settings, dateOrder: order === 'day-first' || order === 'month-first' ? order : null });
            }}
          >
            <SingleSelectOption value={RECOGNISED}>{say('importer.imports.date-order.recognised')}</SingleSelectOption>
            <SingleSelectOption value="day-first">{say('importer.imports.date-order.day-first')}</SingleSelectOption>
            <SingleSelectOption value="month-first">{say('importer.imports.date-order.month-first')}</SingleSelectOption>
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
      </Grid.Item>
      <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Typography id={statusLabel} variant="pi" fontWeight="bold" textColor="neutral800">
            {say('importer.imports.status.label')}
          </Typography>
          <Radio.Group
            aria-labelledby={statusLabel}
            value={settings.status}
            onValueChange={(status) => {
              onChange({ ...settings, status: status === 'published' ? 'published' : 'draft' });
            }}
          >
            <Radio.Item value="published">{say('importer.imports.status.published')}</Radio.Item>
            <Radio.Item value="draft">{say('importer.imports.status.draft')}</Radio.Item>
          </Radio.Group>
        </Flex>
      </Grid.Item>
    </Grid.Root>
  );
}
