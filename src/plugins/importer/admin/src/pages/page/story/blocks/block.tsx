import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { ShownBlock } from '../../../../../../shared/contracts/pages';
import { Inline } from './inline';
import { List } from './list';
import { childrenOf } from './nodes';
import { Picture } from './picture';

const Quote = styled.blockquote`
  padding-left: ${({ theme }) => theme.spaces[3]};
  border-left: 3px solid ${({ theme }) => theme.colors.neutral300};
`;

const Code = styled.pre`
  padding: ${({ theme }) => theme.spaces[2]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: monospace;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

const Text = ({ block }: { readonly block: ShownBlock }) => (
  <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
    <Inline nodes={childrenOf(block)} />
  </Typography>
);

/** Headings of an article stand below those of the panel's boxes, which are of the second level. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

function Heading({ block }: { readonly block: ShownBlock }) {
  const level = typeof block['level'] === 'number' ? block['level'] : 1;
  return (
    <Typography tag={HEADINGS[level - 1] ?? 'h6'} variant={level < 3 ? 'delta' : 'omega'} fontWeight="bold" textColor="neutral800">
      <Inline nodes={childrenOf(block)} />
    </Typography>
  );
}

/** How each type of block is shown. Types that are not known are shown as a paragraph. */
const SHOWN: Readonly<Record<string, (block: ShownBlock) => ReactNode>> = {
  heading: (block) => <Heading block={block} />,
  list: (block) => <List block={block} />,
  quote: (block) => (
    <Quote>
      <Text block={block} />
    </Quote>
  ),
  code: (block) => (
    <Code>
      <code>
        <Inline nodes={childrenOf(block)} />
      </code>
    </Code>
  ),
  image: (block) => <Picture block={block} />,
};

/** A part of an article's text. */
export function Block({ block }: { readonly block: ShownBlock }) {
  const show = SHOWN[block.type];
  return show === undefined ? <Text block={block} /> : <>{show(block)}</>;
}
