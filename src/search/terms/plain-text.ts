/** Deeper than Strapi's editor nests anything. */
const DEEPEST = 12;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const childrenOf = (node: Node): readonly Node[] => (Array.isArray(node['children']) ? node['children'].filter(isNode) : []);

const isInline = (node: Node) => typeof node['text'] === 'string';

function inline(node: Node, depth: number): string {
  if (typeof node['text'] === 'string') return node['text'];
  return depth === 0
    ? ''
    : childrenOf(node)
        .map((child) => inline(child, depth - 1))
        .join('');
}

function linesOf(block: Node, depth: number): string[] {
  const children = childrenOf(block);
  if (depth === 0 || children.length === 0 || children.some(isInline)) return [inline(block, depth)];
  return children.flatMap((child) => linesOf(child, depth - 1));
}

/**
 * The text of a body, a line for each paragraph or item of a list.
 *
 * @param body Strapi's blocks, or their JSON; anything else has no text.
 */
export function plainText(body: unknown): string {
  const blocks: unknown = typeof body === 'string' ? JSON.parse(body) : body;
  return Array.isArray(blocks)
    ? blocks
        .filter(isNode)
        .flatMap((block) => linesOf(block, DEEPEST))
        .join('\n')
    : '';
}
