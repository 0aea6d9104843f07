import { Banner } from '../../../parts/banner';
import { useWords } from '../../../translations/use-words';

/** So many are named. */
const MOST = 5;

/** Names what was dropped and could not be read. */
export function UnreadFiles({ names }: { readonly names: readonly string[] }) {
  const say = useWords();
  const shown = names.slice(0, MOST).join(', ') + (names.length > MOST ? ', …' : '');
  return <Banner tone="danger">{say('importer.imports.unread', { count: names.length, names: shown })}</Banner>;
}
