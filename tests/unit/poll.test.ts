import { poll } from '../../src/plugins/importer/admin/src/requests/poll';

/** The tab, as far as asking again depends on it. */
class Tab extends EventTarget {
  hidden = false;

  show(isSeen: boolean): void {
    this.hidden = !isSeen;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A server whose answers are given in advance: errors are thrown. Beyond them it answers nothing. */
function serverOf<Answer>(...answers: readonly (Answer | Error)[]) {
  const asked: AbortSignal[] = [];
  const ask = (signal: AbortSignal): Promise<Answer> => {
    const answer = answers[asked.length];
    asked.push(signal);
    if (answer === undefined) return new Promise(() => {});
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { asked, ask };
}

const GONE = new Error('the connection is lost');
let tab: Tab;

beforeEach(() => {
  jest.useFakeTimers();
  tab = new Tab();
  Object.assign(globalThis, { document: tab });
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'document');
});

it('asks again after the time that the answer wants', async () => {
  const { asked, ask } = serverOf('running', 'running', 'finished');
  const told: string[] = [];
  poll({ ask, onAnswer: (state) => (told.push(state), state === 'running' ? 1000 : null), onFault: () => null });
  await jest.advanceTimersByTimeAsync(999);
  expect(told).toEqual(['running']);
  await jest.advanceTimersByTimeAsync(1);
  expect(told).toEqual(['running', 'running']);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(['running', 'running', 'finished']);
  expect(asked).toHaveLength(3);
});

it('asks again after a fault that may pass, and not after one that stays', async () => {
  const { asked, ask } = serverOf<string>(GONE, 'running', GONE);
  const told: unknown[] = [];
  poll({ ask, onAnswer: (state) => (told.push(state), 1000), onFault: (error) => (told.push(error), told.length < 3 ? 3000 : null) });
  await jest.advanceTimersByTimeAsync(2999);
  expect(told).toEqual([GONE]);
  await jest.advanceTimersByTimeAsync(1);
  expect(told).toEqual([GONE, 'running']);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([GONE, 'running', GONE]);
  expect(asked).toHaveLength(3);
});

it('asks nothing while nobody sees the tab, and at once when somebody comes back', async () => {
  const { asked, ask } = serverOf('running', 'running', 'running');
  poll({ ask, onAnswer: () => 1000, onFault: () => null });
  tab.show(false);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
  tab.show(true);
  await jest.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
});

it('tells and asks nothing once it has ended, whatever it was doing', async () => {
  const waiting = serverOf('running', 'running');
  const stopWaiting = poll({ ask: waiting.ask, onAnswer: () => 1000, onFault: () => null });
  await jest.advanceTimersByTimeAsync(500);
  stopWaiting();

  const hidden = serverOf('running', 'running');
  const stopHidden = poll({ ask: hidden.ask, onAnswer: () => 1000, onFault: () => null });
  tab.show(false);
  await jest.advanceTimersByTimeAsync(1500);
  stopHidden();
  tab.show(true);

  const asking = serverOf('running');
  const told: string[] = [];
  const stopAsking = poll({ ask: asking.ask, onAnswer: (state) => (told.push(state), 1000), onFault: () => (told.push('fault'), 1000) });
  stopAsking();

  await jest.advanceTimersByTimeAsync(60_000);
  expect([waiting.asked.length, hidden.asked.length, asking.asked.length, told]).toEqual([1, 1, 1, []]);
  expect(asking.asked[0]?.aborted).toBe(true);
});
