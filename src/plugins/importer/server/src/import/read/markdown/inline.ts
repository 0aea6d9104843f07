import type MarkdownIt from 'markdown-it';
import type { InlineNode, LinkNode, Picture, TextNode } from '../document';
import { tidyPiece, tidyText, withoutEntities } from '../tidy-text';

export type Token = ReturnType<MarkdownIt['parse']>[number];

/** What a run of text holds, in its order: pictures stand between pieces of it. */
export type InlinePart = { readonly nodes: readonly InlineNode[] } | { readonly picture: Picture };

/** Where links of a site lead: Strapi takes addresses, and paths of the site. */
function addressOf(href: string): string | null {
  if (/^(?:https?|ftp|mailto|tel):/iu.test(href)) return URL.canParse(href) ? href : null;
  return /^\/(?!\/)/u.test(href) ? href : null;
}

type Mark = 'bold' | 'italic' | 'strikethrough';

const MARKS: Readonly<Record<string, Mark | undefined>> = { strong: 'bold', em: 'italic', s: 'strikethrough' };

interface State {
  readonly marks: Map<Mark, number>;
  link: string | null;
}

function textNode(text: string, marks: State['marks'], isCode: boolean): TextNode {
  const has = (mark: Mark) => (marks.get(mark) ?? 0) > 0;
  return {
    ...(has('bold') ? { bold: true } : {}),
    ...(isCode ? { code: true } : {}),
    ...(has('italic') ? { italic: true } : {}),
    ...(has('strikethrough') ? { strikethrough: true } : {}),
    text,
    type: 'text',
  };
}

const marksOf = ({ bold, code, italic, strikethrough }: TextNode) => `${bold}${code}${italic}${strikethrough}`;

/**
 * Puts a piece of text behind others: equal ones become one, and one space parts two.
 *
 * @param before what stands before all of them.
 */
function append(nodes: TextNode[], node: TextNode, before: string): void {
  const last = nodes.at(-1);
  const text = /(?:^|[ \n])$/u.test(last?.text ?? before) ? node.text.replace(/^ +/u, '') : node.text;
  if (text === '') return;
  if (last !== undefined && marksOf(last) === marksOf(node)) nodes[nodes.length - 1] = { ...last, text: last.text + text };
  else nodes.push({ ...node, text });
}

/** Without the spaces at both ends; pieces of which nothing is left go. */
function trimmed(nodes: readonly InlineNode[]): InlineNode[] {
  const kept = [...nodes];
  const trimAt = (at: 0 | -1, pattern: RegExp) => {
    for (let node = kept.at(at); node?.type === 'text'; node = kept.at(at)) {
      const text = node.text.replace(pattern, '');
      const index = at === 0 ? 0 : kept.length - 1;
      if (text !== '') {
        kept[index] = { ...node, text };
        return;
      }
      kept.splice(index, 1);
    }
  };
  trimAt(0, /^[ \n]+/u);
  trimAt(-1, /[ \n]+$/u);
  return kept;
}

const isText = (node: InlineNode | undefined): node is TextNode => node?.type === 'text';

/** Pieces with the links among them, as Strapi has them. */
function gather(pieces: readonly { readonly node: TextNode; readonly link: string | null }[]): InlineNode[] {
  const groups: { link: string | null; nodes: TextNode[] }[] = [];
  for (const { node, link } of pieces) {
    const last = groups.at(-1);
    const before = last?.nodes.at(-1)?.text ?? '';
    if (last?.link === link) append(last.nodes, node, before);
    else {
      const nodes: TextNode[] = [];
      append(nodes, node, before);
      if (nodes.length > 0) groups.push({ link, nodes });
    }
  }
  const nodes = groups.flatMap(({ link, nodes: children }): InlineNode[] =>
    link === null ? children : [{ children, type: 'link', url: link } satisfies LinkNode],
  );
  return trimmed(nodes);
}

const attributeIn = (tag: string, name: string) => {
  const [, double, single, bare] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag) ?? [];
  return withoutEntities(double ?? single ?? bare ?? '').trim();
};

/** The pictures of a piece of HTML. */
export function picturesIn(html: string): Picture[] {
  return [...html.matchAll(/<img\b[^>]*>/giu)].flatMap(([tag]) => {
    const url = attributeIn(tag, 'src');
    const [text, caption] = [tidyText(attributeIn(tag, 'alt')), tidyText(attributeIn(tag, 'title'))];
    return url === '' ? [] : [{ url, alternativeText: text || null, caption: caption || null }];
  });
}

/** Reads what stands in a paragraph, a heading or a list item. */
export function readInline(tokens: readonly Token[]): InlinePart[] {
  const parts: InlinePart[] = [];
  let pieces: { node: TextNode; link: string | null }[] = [];
  const state: State = { marks: new Map(), link: null };
  const add = (text: string, isCode = false) => {
    if (text !== '') pieces.push({ node: textNode(text, state.marks, isCode), link: state.link });
  };
  const close = () => {
    const nodes = gather(pieces);
    if (nodes.length > 0) parts.push({ nodes });
    pieces = [];
  };
  for (const token of tokens) {
    const mark = MARKS[token.tag];
    if (mark !== undefined) state.marks.set(mark, (state.marks.get(mark) ?? 0) + token.nesting);
    else if (token.type === 'text' || token.type === 'text_special') add(tidyPiece(token.content));
    else if (token.type === 'code_inline') add(tidyPiece(token.content), true);
    else if (token.type === 'softbreak') add(' ');
    else if (token.type === 'hardbreak' || (token.type === 'html_inline' && /^<br\b/iu.test(token.content))) add('\n');
    else if (token.type === 'link_open') state.link = addressOf(token.attrGet('href') ?? '');
    else if (token.type === 'link_close') state.link = null;
    else if (token.type === 'html_inline') {
      const pictures = picturesIn(token.content);
      if (pictures.length > 0) close();
      parts.push(...pictures.map((picture) => ({ picture })));
    } else if (token.type === 'image') {
      close();
      const url = token.attrGet('src') ?? '';
      const [text, caption] = [tidyText(withoutEntities(token.content)), tidyText(token.attrGet('title') ?? '')];
      if (url !== '') parts.push({ picture: { url, alternativeText: text || null, caption: caption || null } });
    }
  }
  close();
  return parts;
}

/** What a reader sees of some nodes. */
export const textOfNodes = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (isText(node) ? node.text : textOfNodes(node.children))).join('');

/** How much of some nodes' text is link text. */
export function linkShareOf(nodes: readonly InlineNode[]): number {
  const [all, linked] = [textOfNodes(nodes).length, textOfNodes(nodes.filter((node) => !isText(node))).length];
  return all === 0 ? 0 : linked / all;
}
