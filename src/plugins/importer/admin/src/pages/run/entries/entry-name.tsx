import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Entry, SiteEntryAction } from '../../../../../shared/contracts/runs';

const SITE: readonly string[] = ['site', 'partner', 'category'] satisfies readonly SiteEntryAction[];

/** A page by its headline, where it has one, and its place in the archive. What was done for the site is no page, and leads nowhere. */
export function EntryName({ run, entry }: { readonly run: number; readonly entry: Entry }) {
  const { page, path, title, action } = entry;
  const name = title ?? path;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} minWidth={{ initial: 0, medium: '24rem' }}>
      {SITE.includes(action) ? (
        <Typography fontWeight="semiBold">{name}</Typography>
      ) : (
        <Link tag={NavLink} to={`/plugins/importer/runs/${run}/page?name=${encodeURIComponent(page)}`}>
          {name}
        </Link>
      )}
      {title !== null && (
        <Typography variant="pi" textColor="neutral600">
          {path}
        </Typography>
      )}
    </Flex>
  );
}
