import type { UploadLimits } from '../../../../../shared/contracts/imports';
import type { PickedFile } from './picked-file';

export type Refusal =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'files'; readonly found: number; readonly limit: number }
  | { readonly kind: 'bytes'; readonly found: number; readonly limit: number };

/** Why these files can't all be uploaded; null where they can. Known before anything is sent. */
export function checkLimits(files: readonly PickedFile[], limits: UploadLimits): Refusal | null {
  const bytes = sumBytes(files);
  if (files.length === 0) return { kind: 'nothing' };
  if (files.length > limits.files) return { kind: 'files', found: files.length, limit: limits.files };
  if (bytes > limits.bytes) return { kind: 'bytes', found: bytes, limit: limits.bytes };
  return null;
}

export const sumBytes = (files: readonly PickedFile[]): number => files.reduce((sum, { file }) => sum + file.size, 0);
