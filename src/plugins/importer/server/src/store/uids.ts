/** Everything that an import writes into, by its name in Strapi. */
export const ARTICLE = 'api::article.article';
export const CATEGORY = 'api::category.category';
export const TAG = 'api::tag.tag';
export const AUTHOR = 'api::author.author';
export const SITE = 'api::site.site';
export const PARTNER = 'api::partner-link.partner-link';
export const VIEWS = 'api::views.view-count';
export const RUN = 'plugin::importer.run';
export const ITEM = 'plugin::importer.item';
export const ENTRY = 'plugin::importer.entry';
export const LEASE = 'plugin::importer.lease';
export const ACTION = 'plugin::importer.action';
export const CORRECTION = 'plugin::importer.correction';
export const RULE = 'plugin::importer.rule';
export const UPLOAD = 'plugin::importer.upload';
