import type { PickedFile } from './picked-file';

/** Files that were chosen with a button: of a folder each has its path in there. */
export const pickFiles = (files: FileList | null): PickedFile[] =>
  [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
