import { Typography } from '@strapi/design-system';

/** The rubric's name, on as many lines as its words need. */
export function RubricCell({ name }: { readonly name?: string | undefined }) {
  return (
    <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
      {name ?? '-'}
    </Typography>
  );
}
