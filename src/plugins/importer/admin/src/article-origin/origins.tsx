import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Origin } from '../../../shared/contracts/pages';
import { pagePath } from '../pages/page/page-path';
import { useMomentWords } from '../parts/use-moment-words';
import { useWords } from '../translations/use-words';

/** As many as are of use beside a form; the newest come first. */
const MOST = 3;

/** The pages that an article came from, each with the run that read it. */
export function Origins({ origins }: { readonly origins: readonly Origin[] }) {
  const say = useWords();
  const sayMoment = useMomentWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {origins.slice(0, MOST).map(({ page, path, run, at, by }) => (
        <li key={`${run} ${page}`}>
          <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {say('importer.pages.origin.from', { path, run, at: sayMoment(at), by })}
          </Typography>
          <Link tag={NavLink} to={pagePath(run, page)}>
            {say('importer.pages.origin.open')}
          </Link>
        </li>
      ))}
    </Flex>
  );
}
