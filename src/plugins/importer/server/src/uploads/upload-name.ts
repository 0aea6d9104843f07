import type { UploadRow } from './upload-rows';

/** What people call an upload: by its first file or folder, with the number of others; nothing, while no file has come. */
export const uploadName = ({ name, tops }: Pick<UploadRow, 'name' | 'tops'>): string =>
  tops > 1 ? `${name ?? ''} (+${tops - 1})` : (name ?? '');
