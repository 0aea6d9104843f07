import type { PickedFile } from './picked-file';

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

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

async function pickEntry(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const picked: PickedFile[] = [];
  for (const inner of await listFolder(entry)) {
    picked.push(...(await pickEntry(inner)));
  }
  return picked;
}

/** What is no file on the disk, an attachment of a letter say, has no entry, and is taken as it is. */
async function pickItem(item: DataTransferItem): Promise<PickedFile[]> {
  const entry = item.webkitGetAsEntry();
  const file = item.getAsFile();
  if (entry !== null) return pickEntry(entry);
  return file === null ? [] : [{ name: file.name, file }];
}

/** All files that were dropped, with those in dropped folders. Call it at once: the browser forgets what was dropped. */
export async function pickDropped(dropped: DataTransfer): Promise<PickedFile[]> {
  const picked = await Promise.all([...dropped.items].map(pickItem));
  return picked.flat();
}
