import type { InlineNode, Line, MarkedKind, Picture, TextNode } from './read/document';

type Level = Extract<MarkedKind, { kind: 'heading' }>['level'];

export interface ListItemBlock {
  readonly children: readonly InlineNode[];
  readonly type: 'list-item';
}

export interface ListBlock {
  readonly children: readonly (ListItemBlock | ListBlock)[];
  readonly format: 'ordered' | 'unordered';
  readonly indentLevel?: number;
  readonly type: 'list';
}

/** A picture that was not saved, or not yet: what the media library would tell of it is empty. */
interface ImageBlock {
  readonly children: readonly TextNode[];
  readonly image: Readonly<Record<string, string | number | null>>;
  readonly type: 'image';
}

/**
 * A part of a body as Strapi's blocks hold it (@strapi/core, entity-validator/blocks-validator). Its keys are in order all the way
 * down, so that equal bodies are equal JSON.
 */
export type Block =
  | { readonly children: readonly InlineNode[]; readonly type: 'paragraph' | 'quote' }
  | { readonly children: readonly InlineNode[]; readonly level: Level; readonly type: 'heading' }
  | { readonly children: readonly TextNode[]; readonly language?: string; readonly type: 'code' }
  | ListBlock
  | ImageBlock;

const textNode = (text: string): TextNode => ({ text, type: 'text' });

/** Pictures of a site have no dates of their own; two imports of one page must make the same block. */
const NO_DATE = '1970-01-01T00:00:00.000Z';

const MIME_TYPES: Readonly<Record<string, string>> = { '.jpg': 'image/jpeg', '.svg': 'image/svg+xml', '.ico': 'image/x-icon' };

function imageBlock({ url, alternativeText, caption }: Picture): Block {
  const [path = ''] = url.split(/[?#]/u);
  const name = path.slice(path.lastIndexOf('/') + 1) || 'picture';
  const ext = (/\.\w{1,8}$/u.exec(name)?.[0] ?? '.jpg').toLowerCase();
  const mime = MIME_TYPES[ext] ?? `image/${ext.slice(1)}`;
  const image = {
    ...{ alternativeText, caption, createdAt: NO_DATE, ext, hash: name, height: 0, mime, name },
    ...{ provider: 'address', size: 0, updatedAt: NO_DATE, url, width: 0 },
  };
  return { children: [textNode('')], image, type: 'image' };
}

type ItemLine = Line & { readonly markup: Extract<MarkedKind, { kind: 'list-item' }> };

const isItem = (line: Line | undefined): line is ItemLine => line?.markup?.kind === 'list-item';

/** The list that begins with an item, and where it ends. What stands deeper is a list of its own in it. */
function listFrom(lines: readonly Line[], start: number): { readonly block: ListBlock; readonly end: number } {
  const { depth, isOrdered, list } = (lines[start] as ItemLine).markup;
  const children: (ListItemBlock | ListBlock)[] = [];
  let at = start;
  for (let line = lines[at]; isItem(line) && line.markup.depth >= depth; line = lines[at]) {
    if (line.markup.depth > depth) {
      const inner = listFrom(lines, at);
      children.push(inner.block);
      at = inner.end;
    } else {
      if (line.markup.list !== list) break;
      children.push({ children: line.markup.children, type: 'list-item' });
      at += 1;
    }
  }
  const format = isOrdered ? 'ordered' : 'unordered';
  return { block: { children, format, ...(depth > 0 ? { indentLevel: depth } : {}), type: 'list' }, end: at };
}

function blockOf({ text, markup }: Line): Block {
  if (markup === undefined) return { children: [textNode(text)], type: 'paragraph' };
  switch (markup.kind) {
    case 'heading':
      return { children: markup.children, level: markup.level, type: 'heading' };
    case 'code':
      return { children: [textNode(text)], ...(markup.language === null ? {} : { language: markup.language }), type: 'code' };
    case 'picture':
      return imageBlock(markup.picture);
    case 'list-item':
      return { children: [{ children: markup.children, type: 'list-item' }], format: 'unordered', type: 'list' };
    default:
      return { children: markup.children, type: markup.kind };
  }
}

/** The lines of a body as Strapi's blocks, one after the other: a long body need not be in memory as both. Plain lines are paragraphs. */
export function* blocksOf(lines: readonly Line[]): Generator<Block> {
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (isItem(line)) {
      const { block, end } = listFrom(lines, at);
      yield block;
      at = end;
    } else {
      if (line !== undefined) yield blockOf(line);
      at += 1;
    }
  }
}

/** The text of a block, or of a node in it, as a reader sees it. @param node anything: what is no node has none. */
export function textOfNode(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  const children: readonly unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : [];
  const isList = 'type' in node && node.type === 'list';
  return children.map(textOfNode).join(isList ? '\n' : '');
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** A longer text is encoded piece by piece: as one string it would take several times its bytes. */
const PIECE = 512 * 1024;

/** The lines of a body as the JSON that databases are given, in UTF-8. */
export function writeBody(lines: readonly Line[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let json = '[';
  for (const block of blocksOf(lines)) {
    if (json.length > PIECE) {
      pieces.push(encoder.encode(json));
      json = '';
    }
    json += pieces.length === 0 && json === '[' ? JSON.stringify(block) : `,${JSON.stringify(block)}`;
  }
  const last = encoder.encode(`${json}]`);
  return pieces.length === 0 ? last : new Uint8Array(Buffer.concat([...pieces, last]));
}

/** The texts of the blocks that `writeBody` wrote. */
export const readBody = (body: Uint8Array): string[] => (JSON.parse(decoder.decode(body)) as unknown[]).map(textOfNode);
