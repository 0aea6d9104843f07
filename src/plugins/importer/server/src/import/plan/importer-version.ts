/** Raised whenever pages are recognised or written differently, so that the ledger tells who wrote what: see `--redo`. */
export const IMPORTER_VERSION = 3;
