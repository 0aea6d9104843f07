import { CheckCircle, Pencil } from '@strapi/icons';
import { IconLabel } from '../../../parts/icon-label';
import { useWords } from '../../../translations/use-words';

/** Whether readers see the article. */
export function ArticleStatus({ isPublished }: { readonly isPublished: boolean }) {
  const say = useWords();
  return isPublished ? (
    <IconLabel icon={CheckCircle} tone="success">
      {say('importer.pages.published')}
    </IconLabel>
  ) : (
    <IconLabel icon={Pencil} tone="secondary">
      {say('importer.pages.draft')}
    </IconLabel>
  );
}
