import { checkLimits } from '../../src/plugins/importer/admin/src/pages/import/upload/check-limits';
import type { PickedFile } from '../../src/plugins/importer/admin/src/pages/import/upload/picked-file';
import { sendAll, type SentMore } from '../../src/plugins/importer/admin/src/pages/import/upload/send-all';

const picked = (name: string, bytes: number): PickedFile => ({ name, file: new File([new Uint8Array(bytes)], name) });
const files = (...sizes: readonly number[]) => sizes.map((bytes, index) => picked(`${index}.txt`, bytes));
const sum = (sent: readonly SentMore[]) =>
  sent.reduce((total, more) => ({ files: total.files + more.files, bytes: total.bytes + more.bytes }), { files: 0, bytes: 0 });

describe('limits of an upload', () => {
  const LIMITS = { files: 3, bytes: 100 };

  it('take as much as is allowed', () => {
    expect(checkLimits(files(40, 60), LIMITS)).toBeNull();
    expect(checkLimits(files(0, 0, 0), LIMITS)).toBeNull();
  });

  it('refuse more, and say how much there is', () => {
    expect(checkLimits([], LIMITS)).toEqual({ kind: 'nothing' });
    expect(checkLimits(files(1, 1, 1, 1), LIMITS)).toEqual({ kind: 'files', found: 4, limit: 3 });
    expect(checkLimits(files(40, 61), LIMITS)).toEqual({ kind: 'bytes', found: 101, limit: 100 });
  });
});

describe('files that are sent', () => {
  const never = new AbortController().signal;

  it('go a few at a time, and are all counted', async () => {
    let [open, most] = [0, 0];
    const sent: SentMore[] = [];
    await sendAll({
      ...{ files: files(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), signal: never },
      async sendOne({ file }, onProgress) {
        most = Math.max(most, (open += 1));
        await new Promise((resolve) => setTimeout(resolve, 1));
        onProgress(Math.floor(file.size / 2));
        open -= 1;
      },
      onSent: (more) => sent.push(more),
      onLost: () => {
        throw new Error('Nothing was lost');
      },
    });
    expect(most).toBe(4);
    expect(sum(sent)).toEqual({ files: 10, bytes: 55 });
  });

  it('that are lost do not stop the others, and count for nothing', async () => {
    const sent: SentMore[] = [];
    const lost: unknown[] = [];
    const broken = new Error('the connection is lost');
    await sendAll({
      ...{ files: files(10, 20, 30, 40, 50, 60), signal: never },
      sendOne({ name, file }, onProgress) {
        onProgress(file.size - 1);
        return name === '1.txt' ? Promise.reject(broken) : Promise.resolve();
      },
      onSent: (more) => sent.push(more),
      onLost: ({ name }, error) => lost.push([name, error]),
    });
    expect(lost).toEqual([['1.txt', broken]]);
    expect(sum(sent)).toEqual({ files: 5, bytes: 190 });
  });

  it('are no more once the upload has been cancelled', async () => {
    const leaving = new AbortController();
    const begun: string[] = [];
    await sendAll({
      ...{ files: files(1, 1, 1, 1, 1, 1, 1, 1), signal: leaving.signal },
      sendOne({ name }) {
        begun.push(name);
        if (begun.length === 4) leaving.abort();
        return Promise.resolve();
      },
      onSent: () => undefined,
      onLost: () => undefined,
    });
    expect(begun).toHaveLength(4);
  });
});
