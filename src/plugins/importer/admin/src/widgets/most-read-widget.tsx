import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { formsOf } from '../requests/content-types';
import { useRequest } from '../requests/use-request';
import { useWords } from '../translations/use-words';
import { ShowWidget } from './show-widget';

/** What readers read most today, with the way to it. */
export function MostReadWidget() {
  const say = useWords();
  const requested = useRequest('GET /home/most-read', {});
  const { article } = useRequest('GET /content-types', {}).data ?? {};
  return (
    <ShowWidget requested={requested} empty={say('importer.home.most-read.none')} isEmpty={(articles) => articles.length === 0}>
      {(articles) => (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
          {articles.map(({ documentId, locale, title, views }) => (
            <Flex tag="li" key={`${documentId} ${locale}`} gap={4} justifyContent="space-between" alignItems="flex-start">
              {article ? (
                <Link tag={NavLink} to={`${formsOf(article)}/${documentId}?plugins[i18n][locale]=${locale}`}>
                  {title}
                </Link>
              ) : (
                <Typography>{title}</Typography>
              )}
              <Typography textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
                {say('importer.home.most-read.views', { views })}
              </Typography>
            </Flex>
          ))}
        </Flex>
      )}
    </ShowWidget>
  );
}
