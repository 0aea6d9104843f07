import { Banner } from '../../parts/banner';
import type { PageCorrection } from '../../../../shared/contracts/pages';
import { useFieldWords } from '../../parts/use-field-words';
import { useMomentWords } from '../../parts/use-moment-words';
import { useWords } from '../../translations/use-words';

/** Tells that an editor has corrected the page, or left it out. */
export function CorrectionNote({ correction: { by, at, leftOut, fields } }: { readonly correction: PageCorrection }) {
  const say = useWords();
  const sayMoment = useMomentWords();
  const sayField = useFieldWords();
  const when = { by, at: sayMoment(at) };
  if (leftOut) return <Banner tone="neutral">{say('importer.pages.left-out-by', when)}</Banner>;
  const names = (Object.keys(fields) as (keyof typeof fields)[]).map(sayField).join(', ');
  return <Banner tone="primary">{say('importer.pages.corrected-by', { ...when, fields: names })}</Banner>;
}
