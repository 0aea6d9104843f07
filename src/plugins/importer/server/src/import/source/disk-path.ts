/** A path as the file system has it: bytes, where its name is no UTF-8. */
export type DiskPath = string | Buffer;
