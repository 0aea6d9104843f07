import { useBytes } from '../../../parts/use-bytes';
import { useWords } from '../../../translations/use-words';
import type { Refusal } from './check-limits';

/** Says why files are not taken, and what to do. */
export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const say = useWords();
  const sayBytes = useBytes();
  if (refusal.kind === 'nothing') return say('importer.imports.refused.nothing');
  const { kind, found, limit } = refusal;
  if (kind === 'files') return say('importer.imports.refused.files', { found, limit });
  return say('importer.imports.refused.bytes', { found: sayBytes(found), limit: sayBytes(limit) });
}
