import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ShownBlock } from '../../../../../../shared/contracts/pages';
import { Inline } from './inline';
import { childrenOf } from './nodes';

const Items = styled.ul`
  padding-left: ${({ theme }) => theme.spaces[6]};
  color: ${({ theme }) => theme.colors.neutral800};
  &:is(ul) {
    list-style: disc;
  }
  &:is(ol) {
    list-style: decimal;
  }
  & &:is(ul) {
    list-style: circle;
  }
  > li + li {
    padding-top: ${({ theme }) => theme.spaces[1]};
  }
  > li.bare {
    list-style: none;
  }
`;

interface Item {
  /** Null for lists that stand before the first item. */
  readonly item: ShownBlock | null;
  readonly lists: readonly ShownBlock[];
}

/** Items, each with the lists that follow it: Strapi's blocks hold them side by side, HTML one in the other. */
const itemsOf = (list: ShownBlock): readonly Item[] =>
  childrenOf(list).reduce<readonly Item[]>((items, child) => {
    if (child.type !== 'list') return [...items, { item: child, lists: [] }];
    const { item, lists } = items.at(-1) ?? { item: null, lists: [] };
    return [...items.slice(0, -1), { item, lists: [...lists, child] }];
  }, []);

/** A list, with the lists in it. */
export function List({ block }: { readonly block: ShownBlock }) {
  return (
    <Items as={block['format'] === 'ordered' ? 'ol' : 'ul'}>
      {itemsOf(block).map(({ item, lists }, place) => (
        <li key={place} className={item === null ? 'bare' : undefined}>
          {item !== null && (
            <Typography textColor="neutral800" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              <Inline nodes={childrenOf(item)} />
            </Typography>
          )}
          {lists.map((list, inner) => (
            <List key={inner} block={list} />
          ))}
        </li>
      ))}
    </Items>
  );
}
