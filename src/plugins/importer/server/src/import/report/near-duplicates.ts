/** Articles that differ in few words. They stay as they are: which of them goes is for people to say. */
export interface NearDuplicateGroup {
  readonly pages: readonly { readonly page: string; readonly documentId: string | null }[];
  /** How many articles are in the group, of which the first are listed. */
  readonly size: number;
}

/** The groups that a run added to. */
export interface NearDuplicates {
  readonly count: number;
  /** The first of them. */
  readonly groups: readonly NearDuplicateGroup[];
}

export const NO_NEAR_DUPLICATES: NearDuplicates = { count: 0, groups: [] };
