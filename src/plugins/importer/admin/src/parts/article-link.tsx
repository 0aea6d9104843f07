import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useWords } from '../translations/use-words';

interface ArticleLinkProps {
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string | null;
}

/** Leads to an article in the content manager. */
export function ArticleLink({ documentId, locale, title }: ArticleLinkProps) {
  const say = useWords();
  const query = locale === null ? '' : `?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
  return (
    <Link
      tag={NavLink}
      to={`/content-manager/collection-types/api::article.article/${documentId}${query}`}
      aria-label={title === null ? undefined : say('importer.common.open-article-named', { title })}
    >
      {say('importer.common.open-article')}
    </Link>
  );
}
