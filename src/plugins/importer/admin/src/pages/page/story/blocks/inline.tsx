import type { ReactNode } from 'react';
import type { ShownBlock } from '../../../../../../shared/contracts/pages';
import { childrenOf, stringIn } from './nodes';
import { PageLink } from './page-link';

/** How marks of a text are shown, the innermost first. */
const MARKS: Readonly<Record<string, (text: ReactNode) => ReactNode>> = {
  code: (text) => <code>{text}</code>,
  strikethrough: (text) => <s>{text}</s>,
  underline: (text) => <u>{text}</u>,
  italic: (text) => <em style={{ fontStyle: 'italic' }}>{text}</em>,
  bold: (text) => <strong style={{ fontWeight: 'bold' }}>{text}</strong>,
};

const marked = (node: ShownBlock): ReactNode =>
  Object.entries(MARKS).reduce<ReactNode>((text, [mark, show]) => (node[mark] === true ? show(text) : text), stringIn(node, 'text'));

/** What stands in a block: texts with their marks, and links. */
export function Inline({ nodes }: { readonly nodes: readonly ShownBlock[] }) {
  return (
    <>
      {nodes.map((node, place) =>
        node.type === 'link' ? (
          <PageLink key={place} url={stringIn(node, 'url')}>
            <Inline nodes={childrenOf(node)} />
          </PageLink>
        ) : (
          <span key={place}>{marked(node)}</span>
        ),
      )}
    </>
  );
}
