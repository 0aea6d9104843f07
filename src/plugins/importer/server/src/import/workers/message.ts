import type { PageTask, ReadPage } from './page-task';

/** What a worker is sent. */
export interface Order {
  readonly number: number;
  readonly tasks: readonly PageTask[];
}

/** What it answers: the pages in the order of their tasks, or what it stumbled over. */
export type Answer =
  { readonly number: number; readonly pages: readonly ReadPage[] } | { readonly number: number; readonly failure: string };
