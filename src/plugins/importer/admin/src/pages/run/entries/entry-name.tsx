import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Entry } from '../../../../../shared/contracts/runs';

/**
 * Whether an entry is about a page. What was done for the site itself has no text to show, and is no article: the ledger calls it
 * `@category/en/Transport`, say.
 */
export const isPage = ({ page }: Entry): boolean => !/^@(?:site|partner|category|tag|author)\//.test(page);

/** A page by its headline, where it has one, and its place in the archive. What was done for the site is no page, and leads nowhere. */
export function EntryName({ run, entry }: { readonly run: number; readonly entry: Entry }) {
  const { page, path, title } = entry;
  const name = title ?? path;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} minWidth={{ initial: 0, medium: '24rem' }}>
      {isPage(entry) ? (
        <Link tag={NavLink} to={`/plugins/importer/runs/${run}/page?name=${encodeURIComponent(page)}`}>
          {name}
        </Link>
      ) : (
        <Typography fontWeight="semiBold">{name}</Typography>
      )}
      {title !== null && isPage(entry) && (
        <Typography variant="pi" textColor="neutral600">
          {path}
        </Typography>
      )}
    </Flex>
  );
}
