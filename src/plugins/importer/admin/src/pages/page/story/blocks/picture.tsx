import { Flex, Typography } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ShownBlock } from '../../../../../../shared/contracts/pages';
import { useWords } from '../../../../translations/use-words';
import { pictureOf } from './nodes';
import { PageLink } from './page-link';

const Frame = styled.figure`
  padding: ${({ theme }) => theme.spaces[2]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** Where a picture stands, with what is known of it. It is not loaded: it may lie on any server. */
export function Picture({ block }: { readonly block: ShownBlock }) {
  const say = useWords();
  const { alt, caption, url } = pictureOf(block);
  const words = [alt, caption === alt ? '' : caption].filter((text) => text !== '').join('. ');
  return (
    <Frame>
      <Flex gap={2} alignItems="flex-start">
        <Image
          role="img"
          aria-label={say('importer.pages.picture')}
          fill="neutral600"
          width="1.6rem"
          height="1.6rem"
          style={{ flexShrink: 0 }}
        />
        <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
          <Typography tag="p" textColor={words === '' ? 'neutral600' : 'neutral800'}>
            {words === '' ? say('importer.pages.picture.undescribed') : words}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            <PageLink url={url} />
          </Typography>
        </Flex>
      </Flex>
    </Frame>
  );
}
