import { Flex, Loader } from '@strapi/design-system';
import { useWords } from '../translations/use-words';

/** Stands where something will be. */
export function Loading() {
  const say = useWords();
  return (
    <Flex justifyContent="center" padding={8}>
      <Loader>{say('importer.common.loading')}</Loader>
    </Flex>
  );
}
