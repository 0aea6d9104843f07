import { Link } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useWords } from '../../translations/use-words';

const SITE = 'api::site.site';

const READ_SITE = [{ action: 'plugin::content-manager.explorer.read', subject: SITE }];

/** Leads to the form of the site's own texts, in the content manager, for those who may read it there. */
export function SiteLink() {
  const say = useWords();
  const { allowedActions: may } = useRBAC(READ_SITE);
  if (may.canRead !== true) return null;
  return (
    <Link tag={NavLink} to={`/content-manager/single-types/${SITE}`} startIcon={<Pencil aria-hidden />}>
      {say('importer.partners.site')}
    </Link>
  );
}
