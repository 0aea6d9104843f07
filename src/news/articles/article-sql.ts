/** What `toSummary`, `chooseArticles` and GraphQL's `toNode` need, from the tables that `ARTICLE_JOINS` names. */
export const ARTICLE_COLUMNS = `a.id as article_id, a.original_url, a.created_at, a.updated_at, a.published_at,
  c.id as category_row, f.id as cover_row,
  a.document_id, a.locale, a.title, a.slug, a.lead, a.date_published, a.date_modified, a.byline,
  c.document_id as category_id, c.name as category_name, c.slug as category_slug,
  f.url as cover_url, f.alternative_text as cover_text, f.width as cover_width, f.height as cover_height, f.formats as cover_formats,
  v.views`;

/** Goes on from a row of `articles` named `a`: category, cover and views, in the same statement. */
export const ARTICLE_JOINS = `
  left join articles_category_lnk l on l.article_id = a.id
  left join categories c on c.id = l.category_id
  left join files_related_mph m on m.related_id = a.id and m.related_type = 'api::article.article' and m.field = 'cover'
  left join files f on f.id = m.file_id
  left join view_counts v on v.article = a.document_id`;
