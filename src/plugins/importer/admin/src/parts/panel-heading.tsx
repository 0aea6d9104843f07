import { Typography } from '@strapi/design-system';

/** The heading of a part that has no box around it. */
export function PanelHeading({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <Typography id={id} tag="h2" variant="delta">
      {children}
    </Typography>
  );
}
