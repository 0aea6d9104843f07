/**
 * The partner links of the site, in their order. Whoever may read or update partner links in the content manager may do so here.
 *
 *     GET /importer/partners               → Partner[]
 *     PUT /importer/partners/order         { documentIds } → Partner[]
 *     PUT /importer/partners/:documentId   { active } → Partner
 */
export interface Partner {
  readonly documentId: string;
  readonly name: string;
  readonly url: string | null;
  readonly active: boolean;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
}
