import { Typography, VisuallyHidden } from '@strapi/design-system';
import { useWords } from '../../../translations/use-words';

/** How sure it is that a field was recognised rightly, from 0 to 1; nothing where nothing was. */
export function Sure({ confidence }: { readonly confidence: number }) {
  const say = useWords();
  if (confidence <= 0) return null;
  return (
    <Typography variant="pi" textColor="neutral600">
      <VisuallyHidden>{say('importer.pages.sure.of')} </VisuallyHidden>
      {say('importer.pages.sure', { percent: Math.round(confidence * 100) })}
    </Typography>
  );
}
