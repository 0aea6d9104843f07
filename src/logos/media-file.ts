import { z } from 'zod';

/** What the media library knows of a picture. */
export interface MediaFile {
  readonly id: number;
  readonly name: string;
  readonly hash: string;
  readonly ext: string | null;
  readonly mime: string;
  /** Kilobytes. */
  readonly size: number | string;
  readonly url: string;
  readonly provider: string;
  readonly alternativeText: string | null;
  readonly caption: string | null;
  readonly provider_metadata: Readonly<Record<string, unknown>> | null;
  readonly folder?: { readonly id: number } | null;
}

const mark = z.object({ logoOf: z.number(), size: z.number() });

/**
 * The picture that a normalised logo was made from, by its id; undefined for a file that is none. Someone who replaces or crops
 * it in the library makes another picture of it, which its size tells.
 */
export function originalOf({ provider_metadata: kept, size }: Pick<MediaFile, 'provider_metadata' | 'size'>): number | undefined {
  const parsed = mark.safeParse(kept);
  return parsed.success && parsed.data.size === Number(size) ? parsed.data.logoOf : undefined;
}

/** What marks a file as a logo that was made from another one. Providers keep things of their own beside it. */
export const markOf = (original: Pick<MediaFile, 'id'>, made: Pick<MediaFile, 'provider_metadata' | 'size'>) => ({
  ...made.provider_metadata,
  logoOf: original.id,
  size: Number(made.size),
});

/** What a provider keeps of a file, without the mark. */
export function withoutMark(kept: MediaFile['provider_metadata']): Readonly<Record<string, unknown>> | null {
  if (!mark.safeParse(kept).success) return kept;
  const { logoOf: _original, size: _size, ...rest } = kept ?? {};
  return rest;
}
