/** What the panel and the server call the plugin. */
export const PLUGIN_ID = 'importer';
