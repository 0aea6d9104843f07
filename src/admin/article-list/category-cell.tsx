import { Typography } from '@strapi/design-system';

/** The category's name, on as many lines as its words need. */
export function CategoryCell({ name }: { readonly name?: string | undefined }) {
  return (
    <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
      {name ?? '-'}
    </Typography>
  );
}
