/** Where the content manager edits partner links. */
export const PARTNER_FORMS = '/content-manager/collection-types/api::partner-link.partner-link';
