import { pickDropped } from '../../src/plugins/importer/admin/src/pages/import/upload/pick-dropped';

/** What a browser hands over for a file on the disk, as far as it is looked at; null for one that can't be read. */
const fileAt = (fullPath: string, content: string | null) => ({
  ...{ isFile: true, isDirectory: false, fullPath },
  file(take: (file: File) => void, refuse: (cause: Error) => void) {
    if (content === null) refuse(new Error('A requested file or directory could not be found'));
    else take(new File([content], fullPath.slice(fullPath.lastIndexOf('/') + 1)));
  },
});

/** The same for a folder, which tells what is in it one by one; null for one that can't be read. */
function folderAt(fullPath: string, entries: readonly object[] | null) {
  const createReader = () => {
    let told = 0;
    return {
      readEntries(take: (some: readonly object[]) => void, refuse: (cause: Error) => void) {
        if (entries === null) refuse(new Error('The folder is not for this person'));
        else take(entries.slice(told, (told += 1)));
      },
    };
  };
  return { isFile: false, isDirectory: true, fullPath, createReader };
}

const dropped = (...entries: readonly object[]) => {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry, getAsFile: () => null }));
  return pickDropped({ items: items as unknown as DataTransferItemList });
};

describe('what is dropped', () => {
  it('is all that is in it, by its paths', async () => {
    const inner = folderAt('/archive/2021', [fileAt('/archive/2021/2.txt', 'two'), fileAt('/archive/2021/3.txt', 'three')]);
    const { files, unread } = await dropped(fileAt('/1.txt', 'one'), folderAt('/archive', [inner]));
    expect(files.map(({ name }) => name)).toEqual(['1.txt', 'archive/2021/2.txt', 'archive/2021/3.txt']);
    expect(await Promise.all(files.map(({ file }) => file.text()))).toEqual(['one', 'two', 'three']);
    expect(unread).toEqual([]);
  });

  it('is named where it can not be read, and the rest is taken', async () => {
    const archive = folderAt('/archive', [
      fileAt('/archive/gone.txt', null),
      fileAt('/archive/2.txt', 'two'),
      folderAt('/archive/mine', null),
    ]);
    const { files, unread } = await dropped(fileAt('/missing.txt', null), archive, fileAt('/3.txt', 'three'));
    expect(files.map(({ name }) => name)).toEqual(['archive/2.txt', '3.txt']);
    expect(unread).toEqual(['missing.txt', 'archive/gone.txt', 'archive/mine']);
  });

  it('may be no file on the disk, but an attachment of a letter', async () => {
    const item = { webkitGetAsEntry: () => null, getAsFile: () => new File(['text'], 'attached.txt') };
    const { files } = await pickDropped({ items: [item] as unknown as DataTransferItemList });
    expect(files.map(({ name }) => name)).toEqual(['attached.txt']);
  });
});
