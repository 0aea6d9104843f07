/** The partner links of the site, in their order. Whoever may read or update partner links in the content manager may do so here. */
export interface PartnerEndpoints {
  'GET /partners': { readonly answer: readonly Partner[] };
  'PUT /partners/order': { readonly body: PartnersOrder; readonly answer: readonly Partner[] };
  'PUT /partners/:documentId': { readonly body: PartnerChange; readonly answer: Partner };
}

export interface PartnersOrder {
  readonly documentIds: readonly string[];
}

export interface PartnerChange {
  readonly active: boolean;
}

export interface Partner {
  readonly documentId: string;
  readonly name: string;
  readonly url: string | null;
  readonly active: boolean;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
}
