import { CrossCircle, WarningCircle } from '@strapi/icons';
import type { Severity } from '../../../shared/contracts/runs';
import { useWords } from '../translations/use-words';
import { IconLabel } from './icon-label';

/** Whether a problem kept a page out, or only makes it doubtful. */
export function SeverityLabel({ severity }: { readonly severity: Severity }) {
  const say = useWords();
  return severity === 'error' ? (
    <IconLabel icon={CrossCircle} tone="danger">
      {say('importer.common.severity.error')}
    </IconLabel>
  ) : (
    <IconLabel icon={WarningCircle} tone="warning">
      {say('importer.common.severity.warning')}
    </IconLabel>
  );
}
