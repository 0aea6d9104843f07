import { useWords } from '../translations/use-words';
import { Banner } from './banner';

/** What is shown may be old: the server is asked again until it answers. */
export function LostConnection() {
  const say = useWords();
  return <Banner tone="warning">{say('importer.common.connection-lost')}</Banner>;
}
