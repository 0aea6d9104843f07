/** The plugin's own content types. Those of the application are configured: see `content-model`. */
export const RUN = 'plugin::importer.run';
export const ITEM = 'plugin::importer.item';
export const ENTRY = 'plugin::importer.entry';
export const LEASE = 'plugin::importer.lease';
export const ACTION = 'plugin::importer.action';
export const CORRECTION = 'plugin::importer.correction';
export const RULE = 'plugin::importer.rule';
export const UPLOAD = 'plugin::importer.upload';
