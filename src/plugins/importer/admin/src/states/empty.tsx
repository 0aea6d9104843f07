import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ReactNode } from 'react';
import { Notice } from './notice';

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** There is nothing yet, or nothing that fits. */
export function Empty(props: EmptyProps) {
  return <Notice icon={<EmptyDocuments width="12rem" height="8rem" />} {...props} />;
}
