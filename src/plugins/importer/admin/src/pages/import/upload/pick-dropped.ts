import type { PickedFile } from './picked-file';

/** What came of dropping something. */
export interface Dropped {
  readonly files: readonly PickedFile[];
  /** Files and folders that the browser could not read, by their paths. */
  readonly unread: readonly string[];
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const nameOf = ({ fullPath }: FileSystemEntry) => fullPath.replace(/^\//, '');

const together = (parts: readonly Dropped[]): Dropped => ({
  files: parts.flatMap(({ files }) => files),
  unread: parts.flatMap(({ unread }) => unread),
});

/** A browser tells a folder's content in parts: it has told all when a part is empty. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return entries;
    entries.push(...part);
  }
}

async function readEntry(entry: FileSystemEntry): Promise<Dropped> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return { files: [{ name: nameOf(entry), file }], unread: [] };
  }
  if (!isFolder(entry)) return together([]);
  const inner: Dropped[] = [];
  for (const one of await listFolder(entry)) inner.push(await pickEntry(one));
  return together(inner);
}

/** One that can't be read, because it is gone or not for this person, does not stop the others. */
const pickEntry = (entry: FileSystemEntry): Promise<Dropped> => readEntry(entry).catch(() => ({ files: [], unread: [nameOf(entry)] }));

/** What is no file on the disk, an attachment of a letter say, has no entry, and is taken as it is. */
async function pickItem(item: DataTransferItem): Promise<Dropped> {
  const entry = item.webkitGetAsEntry();
  const file = item.getAsFile();
  if (entry !== null) return pickEntry(entry);
  return { files: file === null ? [] : [{ name: file.name, file }], unread: [] };
}

/** All files that were dropped, with those in dropped folders. Call it at once: the browser forgets what was dropped. */
export async function pickDropped({ items }: Pick<DataTransfer, 'items'>): Promise<Dropped> {
  return together(await Promise.all(Array.from(items, (item) => pickItem(item))));
}
