import type { ActionName } from '../../../../shared/contracts/actions';
import type { Word } from '../../translations/use-words';

/** What people did, in words. */
export const ACTION_WORDS: Readonly<Record<ActionName, Word>> = {
  import: 'importer.runs.did.import',
  preview: 'importer.runs.did.preview',
  pause: 'importer.runs.did.pause',
  resume: 'importer.runs.did.resume',
  cancel: 'importer.runs.did.cancel',
  undo: 'importer.runs.did.undo',
  'undo-preview': 'importer.runs.did.undo-preview',
  correct: 'importer.runs.did.correct',
  'correct-with-rule': 'importer.runs.did.correct-with-rule',
  'leave-out': 'importer.runs.did.leave-out',
  'take-in': 'importer.runs.did.take-in',
  settle: 'importer.runs.did.settle',
  'remove-rule': 'importer.runs.did.remove-rule',
  upload: 'importer.runs.did.upload',
  'remove-upload': 'importer.runs.did.remove-upload',
  'order-partners': 'importer.runs.did.order-partners',
  'show-partner': 'importer.runs.did.show-partner',
  'hide-partner': 'importer.runs.did.hide-partner',
};
