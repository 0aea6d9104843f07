import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Partner } from '../../../../shared/contracts/partners';
import { backendUrl } from '../../requests/backend-url';
import { useWords } from '../../translations/use-words';

/** White in both themes: so logos stand on the site. */
const Plate = styled(Flex)`
  width: 12rem;
  height: 6rem;
  padding: ${({ theme }) => theme.spaces[1]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: #fff;
  img {
    max-width: 100%;
    max-height: 100%;
  }
  span {
    color: #666687;
  }
`;

/** A partner's logo as readers see it, or that there is none. */
export function PartnerLogo({ partner: { logo, name } }: { readonly partner: Partner }) {
  const say = useWords();
  return (
    <Plate justifyContent="center" alignItems="center">
      {logo === null ? (
        <Typography variant="pi">{say('importer.partners.no-logo')}</Typography>
      ) : (
        <img src={new URL(logo.url, backendUrl() || window.location.origin).href} alt={say('importer.partners.logo', { name })} />
      )}
    </Plate>
  );
}
