/** A label, which names what follows, or nothing. */
const LABEL = /^(?:[^.!?…:]{1,40}:)?$/u;

/** Whether a line says nothing but what stands between two places in it, and at most a label before that. */
export const saysOnly = (text: string, start: number, end: number): boolean =>
  LABEL.test(text.slice(0, start).trim()) && text.slice(end).trim() === '';
