/** Does something as soon as the tab is seen: at once, or when somebody comes back to it. */
function onceVisible(signal: AbortSignal, then: () => void): void {
  if (!document.hidden) {
    then();
    return;
  }
  const look = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', look);
    then();
  };
  document.addEventListener('visibilitychange', look, { signal });
}

export interface Polling<Data> {
  readonly ask: (signal: AbortSignal) => Promise<Data>;
  /** @returns milliseconds until it is asked again; null where that is not needed. */
  readonly onAnswer: (data: Data) => number | null;
  /** @returns milliseconds until it is asked again; null where that would not help. */
  readonly onFault: (error: unknown) => number | null;
}

/**
 * Asks for something, and asks again as long as its answers want it. While nobody sees the tab, nothing is asked.
 *
 * @returns what ends it: nothing is reported after that.
 */
export function poll<Data>({ ask, onAnswer, onFault }: Polling<Data>): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = async () => {
    const deliver = await ask(signal).then(
      (data) => () => onAnswer(data),
      (error: unknown) => () => onFault(error),
    );
    if (signal.aborted) return;
    const after = deliver();
    if (after === null) return;
    timer = setTimeout(() => {
      onceVisible(signal, () => void turn());
    }, after);
  };
  void turn();
  return () => {
    leaving.abort();
    clearTimeout(timer);
  };
}
