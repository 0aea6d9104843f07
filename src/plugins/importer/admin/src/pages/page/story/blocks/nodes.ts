import type { ShownBlock } from '../../../../../../shared/contracts/pages';

const isNode = (value: unknown): value is ShownBlock =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export const childrenOf = ({ children }: ShownBlock): readonly ShownBlock[] => (Array.isArray(children) ? children.filter(isNode) : []);

/** A text that a node holds, its address say; empty where it has none. */
export const stringIn = (node: Readonly<Record<string, unknown>>, key: string): string => {
  const value = node[key];
  return typeof value === 'string' ? value : '';
};

/** What the media library tells of a picture. Of one that was not saved the address is known. */
export function pictureOf({ image }: ShownBlock) {
  const known: Readonly<Record<string, unknown>> = typeof image === 'object' && image !== null ? { ...image } : {};
  return { alt: stringIn(known, 'alternativeText'), caption: stringIn(known, 'caption'), url: stringIn(known, 'url') };
}

/** The text of a block as a reader sees it. */
function textOf(node: ShownBlock): string {
  if (node.type === 'text') return stringIn(node, 'text');
  return childrenOf(node)
    .map(textOf)
    .join(node.type === 'list' ? '\n' : '');
}

/** What a block is compared by: its text, and of a picture its words and its address. Empty for one that says nothing. */
export function keyOf(block: ShownBlock): string {
  const { alt, caption, url } = pictureOf(block);
  const text = block.type === 'image' ? `${alt} ${caption} ${url}` : textOf(block);
  return text.replace(/\s+/gu, ' ').trim();
}
