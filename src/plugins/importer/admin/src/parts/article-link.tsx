import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { formsOf, useContentTypes } from '../requests/content-types';
import { useWords } from '../translations/use-words';

interface ArticleLinkProps {
  readonly documentId: string;
  /** Null, or empty, for an article without languages. */
  readonly locale: string | null;
  readonly title: string | null;
}

/** Leads to an article in the content manager. */
export function ArticleLink({ documentId, locale, title }: ArticleLinkProps) {
  const say = useWords();
  const { article } = useContentTypes();
  if (article === null) return null;
  const query = locale === null || locale === '' ? '' : `?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
  return (
    <Link
      tag={NavLink}
      to={`${formsOf(article)}/${documentId}${query}`}
      aria-label={title === null ? undefined : say('importer.common.open-article-named', { title })}
    >
      {say('importer.common.open-article')}
    </Link>
  );
}
