import { Link } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { NavLink } from 'react-router-dom';
import { explorer, useContentTypes } from '../../requests/content-types';
import { useWords } from '../../translations/use-words';

/** Leads to the form of the site's own texts, in the content manager, for those who may read it there. */
export function SiteLink() {
  const say = useWords();
  const { site } = useContentTypes();
  const { allowedActions: may } = useRBAC(useMemo(() => explorer(site, 'read'), [site]));
  if (may.canRead !== true) return null;
  return (
    <Link tag={NavLink} to={`/content-manager/single-types/${site}`} startIcon={<Pencil aria-hidden />}>
      {say('importer.partners.site')}
    </Link>
  );
}
