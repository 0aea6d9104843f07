import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { Sections } from './sections';

interface SectionPageProps {
  /** Its heading, and what the browser calls the tab. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Leads back. */
  readonly navigation?: ReactNode;
  /** What can be done on the page. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What is hidden from the eye stands in the page, which scrolls within its window, and not in the document, which it would lengthen. */
const Contained = styled(Page.Main)`
  position: relative;
`;

/** A page of the importer: heading, sections, and what it is about. */
export function SectionPage({ title, subtitle, navigation, actions, children }: SectionPageProps) {
  return (
    <Contained>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={subtitle} navigationAction={navigation} primaryAction={actions} />
      <Sections />
      <Flex paddingTop={{ initial: 2, medium: 6 }} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {children}
        </Flex>
      </Layouts.Content>
    </Contained>
  );
}
