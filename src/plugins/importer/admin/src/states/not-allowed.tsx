import { EmptyPermissions } from '@strapi/icons/symbols';
import { useWords } from '../translations/use-words';
import { Notice } from './notice';

/** The person's role lacks what this needs. */
export function NotAllowed() {
  const say = useWords();
  return (
    <Notice icon={<EmptyPermissions width="12rem" height="8rem" />} title={say('importer.common.not-allowed')}>
      {say('importer.common.ask-administrator')}
    </Notice>
  );
}
