/** A file that somebody dropped or chose. */
export interface PickedFile {
  /** With the folders that it was chosen in, as the archive will name the page. */
  readonly name: string;
  readonly file: File;
}
