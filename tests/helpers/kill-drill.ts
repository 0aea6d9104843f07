import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inOneGo, startProcess, type Task, withKills } from './killed-imports';
import { ROOT, temporaryFolder } from './newsroom';
import { pageText, writePages } from './page-text';
import { makeDatabase } from './temporary-database';

const title = (index: number) => `Новость под номером ${index} о городе и море`;
const meta = (index: number) => `${index} 05.06.2021 10:15 ${['Культура', 'Город', 'Спорт'][index % 3] ?? ''} A A`;
const tail = ['Наши партнёры', 'Пекарня у маяка', 'Лодочная станция', 'Лента новостей', 'Предыдущие новости'];

/** An archive with stories told twice, pages with problems, partners and data about the site. */
function writeArchive(folder: string, count: number): void {
  const pages = Array.from({ length: count }, (_, index): [string, string] => {
    const name = `${String(index).padStart(4, '0')}.txt`;
    if (index % 17 === 5) return [name, ''];
    const told = index % 13 === 7 ? index - 3 : index;
    return [name, pageText({ title: title(told), meta: `${index} ${meta(told).split(' ').slice(1).join(' ')}`, tail })];
  });
  writePages(folder, Object.fromEntries(pages));
  cpSync(path.join(ROOT, 'seeds/site'), path.join(folder, 'site'), { recursive: true });
}

/** Some of its pages are corrected, and some others are new. */
function changeArchive(folder: string, count: number, edition: number): void {
  for (let index = 0; index < count; index += 2) {
    const name = `${String(index).padStart(4, '0')}.txt`;
    const paragraphs = [`Исправлено редакцией в ${edition} раз.`];
    if (index % 17 !== 5) writePages(folder, { [name]: pageText({ title: title(index), meta: meta(index), paragraphs, tail }) });
  }
  for (let index = 0; index < 20; index += 1)
    writePages(folder, { [`new-${index}.txt`]: pageText({ title: `Совсем новая новость ${index}` }) });
}

/** The same moments each time, as far as processes keep to them. */
const SEED = 20_230;

/** Numbers between 0 and 1 from a seed (mulberry32), so that a failure can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * An import, an import of the changed archive and its undo, by processes that are killed at random moments, and the same
 * without a kill: both must leave the same. Further editions follow until enough processes were killed.
 *
 * @param pages of the archive: the more, the more often a task is killed before it comes to its end.
 */
export async function drillKills({ pages, leastKills }: { readonly pages: number; readonly leastKills: number }): Promise<void> {
  const folder = temporaryFolder();
  const archive = path.join(folder, 'archive');
  const [killed, whole] = [await makeDatabase(path.join(folder)), await makeDatabase(mkdir(path.join(folder, 'whole')))];
  const [one, other] = [killed, whole].map(({ variables }, index) => ({
    ...variables,
    PUBLIC_FOLDER: path.join(folder, `public-${index}`),
  }));
  const twin = startProcess(other ?? {});
  const seed = process.env.FUZZ_RUNS ? Date.now() % 100_000 : SEED;
  const random = seeded(seed);
  const kills: number[] = [];
  const runBoth = async (task: Task) => {
    const outcome = await withKills(task, one ?? {}, random);
    kills.push(outcome.kills);
    const result = (await inOneGo(task, twin)) as { counts: object };
    expect(outcome.state).toEqual(await inOneGo({ task: 'state' }, twin));
    return { ...outcome, whole: result, state: outcome.state as { articles: string[] } };
  };

  try {
    writeArchive(archive, pages);
    const first = await runBoth({ task: 'import', paths: [archive], run: 1 });
    expect(first.result).toMatchObject({ run: 1, counts: first.whole.counts });

    changeArchive(archive, pages, 1);
    await runBoth({ task: 'import', paths: [archive], run: 2 });
    const undone = await runBoth({ task: 'undo', run: 2 });
    expect(undone.state.articles).toEqual(first.state.articles);

    for (let edition = 2; kills.reduce((sum, count) => sum + count, 0) < leastKills; edition += 1) {
      changeArchive(archive, pages, edition);
      // The undoing was a run too.
      await runBoth({ task: 'import', paths: [archive], run: edition + 2 });
    }
  } catch (cause) {
    throw new Error(`With the seed ${seed}, after ${kills.join(' + ')} kills: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  } finally {
    await twin.stop();
    await killed.drop();
    await whole.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function mkdir(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}
