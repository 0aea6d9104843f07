import type { Selection as LineSelection } from '../../../../../shared/contracts/inbox';

/** A piece of a line that somebody selected. */
export interface PickedText {
  readonly text: string;
  readonly selection: LineSelection;
}

/** A piece of a line, without the space around it; null where there is nothing else. */
export function pieceOf(line: LineSelection['line'], text: string, from = 0, to = text.length): PickedText | null {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (trimmed === '') return null;
  const start = from + raw.indexOf(trimmed);
  return { text: trimmed, selection: { line, start, end: start + trimmed.length } };
}

const LINE = '[data-line]';

const lineAt = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(LINE) ?? null;

/** How many characters stand before a place in a line's text, however its text is divided into nodes. */
function offsetIn(line: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

/** What is selected below an element now. What goes on over several lines ends with the first. */
export function readSelected(within: HTMLElement): PickedText | null {
  const selected = document.getSelection();
  if (selected === null || selected.isCollapsed || selected.rangeCount === 0) return null;
  const range = selected.getRangeAt(0);
  const line = lineAt(range.startContainer);
  if (line === null || !within.contains(line)) return null;
  const text = line.textContent;
  const start = offsetIn(line, range.startContainer, range.startOffset);
  const end = line.contains(range.endContainer) ? offsetIn(line, range.endContainer, range.endOffset) : text.length;
  const name = line.dataset['line'] ?? '';
  return pieceOf(line.dataset['declared'] === 'true' ? name : Number(name), text, start, end);
}
