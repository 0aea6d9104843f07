import MarkdownIt from 'markdown-it';
import { report, type Report } from '../../report-problem';
import { damageOf } from '../damage';
import { decode } from '../decode';
import type { Fact, InlineNode, Line, Markup, MarkedKind, MediaType } from '../document';
import { isTidy } from '../lines';
import { kindOfBinary } from '../not-read';
import { tidyText, withoutEntities } from '../tidy-text';
import { takeFrontMatter } from './front-matter';
import { linkShareOf, picturesIn, readInline, textOfNodes, type Token } from './inline';

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd)$/iu;

/** Longer ones are no articles, and their parts take many times their bytes. */
const LONGEST = 4 * 1024 * 1024;
const MOST_LINES = 50_000;

const parser = new MarkdownIt({ html: true, linkify: false });

/** What site generators fill in: `{{< figure >}}`, `{% include %}`, and classes of a paragraph. */
const TEMPLATE = /\{\{[<%][\s\S]*?[%>]\}\}|\{%[\s\S]*?%\}|^\{:[^}\n]*\}$/gmu;

/** Tags within a word's line part no words; all others do. */
const INLINE_TAGS = /<\/?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u)\b[^>]*>/giu;
const TAGS = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/giu;

/** The date and the words in the name of a post, as Jekyll has them: `2023-09-20-new-bridge.md`. */
const DATED_NAME = /(?:^|\/)(\d{4}-\d{2}-\d{2})(?:-([^/]+))?\.\w+$/u;

function factsOfName(name: string): Fact[] {
  const [, date, slug] = DATED_NAME.exec(name) ?? [];
  if (date === undefined) return [];
  const dated: Fact = { name: 'date', value: date, place: 'file name: date' };
  return slug === undefined ? [dated] : [dated, { name: 'slug', value: slug, place: 'file name: slug' }];
}

const plain = (text: string): InlineNode[] => [{ text, type: 'text' }];

/** Makes lines of a document's tokens. */
function createLines(linesAbove: number) {
  const lines: Line[] = [];
  const lists: { readonly isOrdered: boolean; readonly number: number }[] = [];
  let [quotes, listCount] = [0, 0];
  let quoted: { readonly number: number; readonly nodes: InlineNode[] } | null = null;

  const add = (number: number, text: string, marked: MarkedKind) => {
    const children = 'children' in marked ? marked.children : [];
    lines.push({ number, text, markup: { ...marked, linkShare: linkShareOf(children) } satisfies Markup });
  };
  const textOf = (nodes: readonly InlineNode[]) => tidyText(textOfNodes(nodes));

  return {
    lines,
    open(token: Token) {
      if (token.type === 'blockquote_open') quotes += 1;
      if (token.type.endsWith('_list_open')) lists.push({ isOrdered: token.type.startsWith('ordered'), number: (listCount += 1) });
    },
    close(token: Token) {
      if (token.type.endsWith('_list_close')) lists.pop();
      if (token.type !== 'blockquote_close') return;
      quotes -= 1;
      if (quotes > 0 || quoted === null) return;
      add(quoted.number, textOf(quoted.nodes), { kind: 'quote', children: quoted.nodes });
      quoted = null;
    },
    /** Text of a paragraph, of a heading of a level, or of an item. */
    text(token: Token, at: number, level: number | null) {
      for (const part of readInline(token.children ?? [])) {
        const number = at + linesAbove + 1;
        if ('picture' in part) {
          const { alternativeText, caption } = part.picture;
          add(number, caption ?? alternativeText ?? '', { kind: 'picture', picture: part.picture });
          continue;
        }
        const { nodes } = part;
        const list = lists.at(-1);
        if (quotes > 0) {
          if (quoted === null) quoted = { number, nodes: [...nodes] };
          else quoted.nodes.push(...plain('\n'), ...nodes);
        } else if (level !== null) add(number, textOf(nodes), { kind: 'heading', level: level as 1, children: nodes });
        else if (list === undefined) add(number, textOf(nodes), { kind: 'paragraph', children: nodes });
        else {
          const item = { isOrdered: list.isOrdered, depth: lists.length - 1, list: list.number };
          add(number, textOf(nodes), { kind: 'list-item', ...item, children: nodes });
        }
      }
    },
    code(token: Token, at: number) {
      const text = token.content.replace(/\n$/u, '');
      const [language = ''] = token.info.trim().split(/\s/u);
      if (text.trim() !== '') add(at + linesAbove + 1, text, { kind: 'code', language: language === '' ? null : language });
    },
    /** HTML in a document: what a reader sees of it. */
    html(token: Token, at: number) {
      for (const picture of picturesIn(token.content))
        add(at + linesAbove + 1, picture.alternativeText ?? '', { kind: 'picture', picture });
      const text = tidyText(withoutEntities(token.content.replace(INLINE_TAGS, '').replace(TAGS, ' ')));
      if (text !== '') add(at + linesAbove + 1, text, { kind: 'paragraph', children: plain(text) });
    },
  };
}

/** The cells of a row of a table, as a line of text. */
function rowText(tokens: readonly Token[], start: number): { readonly text: string; readonly end: number } {
  const cells: string[] = [];
  let end = start;
  for (let token = tokens[end]; token !== undefined && token.type !== 'tr_close'; token = tokens[(end += 1)]) {
    if (token.type !== 'inline') continue;
    const nodes = readInline(token.children ?? []).flatMap((part) => ('nodes' in part ? part.nodes : []));
    cells.push(tidyText(textOfNodes(nodes)));
  }
  return { text: cells.filter((cell) => cell !== '').join(' | '), end };
}

function linesOf(text: string, linesAbove: number): Line[] {
  const tokens = parser.parse(text, {});
  const made = createLines(linesAbove);
  let [level, at]: [number | null, number] = [null, 0];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    at = token.map?.[0] ?? at;
    if (token.type === 'heading_open') level = Number(token.tag.slice(1));
    else if (token.type === 'heading_close') level = null;
    else if (token.type === 'inline') made.text(token, at, level);
    else if (token.type === 'fence' || token.type === 'code_block') made.code(token, at);
    else if (token.type === 'html_block') made.html(token, at);
    else if (token.type === 'tr_open') {
      const row = rowText(tokens, index);
      index = row.end;
      if (row.text !== '') made.lines.push(rowLine(row.text, at + linesAbove + 1));
    } else if (token.nesting === 1) made.open(token);
    else if (token.nesting === -1) made.close(token);
  }
  return made.lines;
}

const rowLine = (text: string, number: number): Line => ({
  number,
  text,
  markup: { kind: 'paragraph', children: plain(text), linkShare: 0 },
});

const withoutTemplates = (text: string) => text.replace(TEMPLATE, (found) => found.replace(/[^\n]+/gu, ''));

const faulty = (...problems: readonly Report[]) => ({ lines: [], facts: [], problems });

/**
 * Markdown with front matter, as Hugo, Jekyll, Pelican and Astro have it: CommonMark and tables (markdown-it), above it YAML, TOML or
 * lines of `Key: value`.
 */
export const MARKDOWN: MediaType = {
  name: 'text/markdown',

  detect: (_bytes, name, declared) => MARKDOWN_NAME.test(name) || /^text\/(?:x-)?markdown\b/iu.test(declared ?? ''),

  read(bytes, { name, encodings }) {
    if (bytes.length > LONGEST)
      return faulty(report.error('page-too-large', undefined, `${bytes.length} bytes of Markdown`, `at most ${LONGEST}`));
    const decoded = decode(bytes, encodings);
    const kind = decoded === null ? kindOfBinary(name) : null;
    if (kind !== null) return { kind };
    if (decoded === null) return faulty(report.error('binary', undefined, `${bytes.length} bytes that are no text`, 'a text in Markdown'));
    const { facts, text, linesAbove, fault } = takeFrontMatter(decoded.text.replace(/\r\n?|[\u2028\u2029]/gu, '\n'));
    const lines = linesOf(withoutTemplates(text), linesAbove);
    if (lines.length > MOST_LINES)
      return faulty(report.error('page-too-large', undefined, `more than ${MOST_LINES} lines`, `at most ${MOST_LINES}`));
    const unread = fault === null ? [] : [report.warning('front-matter-invalid', undefined, fault, 'YAML or TOML')];
    if (lines.length === 0 && facts.length === 0)
      return faulty(...unread, report.error('page-empty', undefined, 'no text', 'a text in Markdown'));
    return { lines, facts: [...facts, ...factsOfName(name)], problems: [...unread, ...damageOf(lines, isTidy(decoded.text))] };
  },
};
