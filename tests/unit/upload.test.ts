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

const MEBIBYTE = 1024 * 1024;

interface Server {
  /** Names of files that it refuses, with all that comes in the same request. */
  readonly refused?: readonly string[];
  /** After so many requests the upload is cancelled. */
  readonly cancelledAfter?: number;
}

describe('files that are sent', () => {
  async function send(picked: readonly PickedFile[], { refused = [], cancelledAfter }: Server = {}) {
    const leaving = new AbortController();
    const requests: number[] = [];
    const sent: SentMore[] = [];
    const lost: string[] = [];
    let [open, most] = [0, 0];
    await sendAll({
      ...{ files: picked, signal: leaving.signal },
      async sendTogether(together, onProgress) {
        requests.push(together.length);
        most = Math.max(most, (open += 1));
        if (requests.length === cancelledAfter) leaving.abort();
        await new Promise((resolve) => setTimeout(resolve, 1));
        // A browser counts the frame of a form too.
        onProgress(together.reduce((bytes, { file }) => bytes + file.size, 1000));
        open -= 1;
        if (together.some(({ name }) => refused.includes(name))) throw new Error('no');
      },
      onSent: (more) => sent.push(more),
      onLost: ({ name }) => lost.push(name),
    });
    return { requests, most, lost, sent: sum(sent) };
  }

  it('go in a few requests where they are small', async () => {
    const sizes = Array.from({ length: 450 }, () => 10);
    expect(await send(files(...sizes))).toMatchObject({ requests: [200, 200, 50], lost: [], sent: { files: 450, bytes: 4500 } });
    expect(await send([])).toMatchObject({ requests: [], lost: [], sent: { files: 0, bytes: 0 } });
  });

  it('go alone where they are large, a few at a time', async () => {
    const sizes = [10, 5, 2, 2, 1, 4, 4, 4].map((size) => (size === 10 ? 10 : size * MEBIBYTE));
    const { requests, most, sent } = await send(files(...sizes));
    expect([requests, most]).toEqual([[1, 1, 2, 1, 1, 1, 1], 3]);
    expect(sent).toEqual({ files: 8, bytes: 10 + 22 * MEBIBYTE });
  });

  it('are lost only where they can not be sent, whatever goes with them', async () => {
    const { requests, lost, sent } = await send(files(10, 20, 30, 40, 50), { refused: ['3.txt'] });
    expect({ requests, lost, sent }).toEqual({ requests: [5, 1, 1, 1, 1, 1], lost: ['3.txt'], sent: { files: 4, bytes: 110 } });
  });

  it('are no more once the upload has been cancelled', async () => {
    const large = Array.from({ length: 8 }, () => 4 * MEBIBYTE);
    expect((await send(files(...large), { cancelledAfter: 3 })).requests).toHaveLength(3);
  });
});
