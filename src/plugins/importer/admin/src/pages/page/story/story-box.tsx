import { Typography } from '@strapi/design-system';
import { CheckCircle, Pencil } from '@strapi/icons';
import type { ComponentProps } from 'react';
import { ArticleLink } from '../../../parts/article-link';
import { IconLabel } from '../../../parts/icon-label';
import { PanelBox } from '../../../parts/panel-box';
import { useWords } from '../../../translations/use-words';
import { MendLink } from './mend-link';
import { Story } from './story';

/** What became of a page: its article with the way to it, or what was recognised. */
export function StoryBox(props: ComponentProps<typeof Story>) {
  const say = useWords();
  const { article, story } = props.view;
  if (article === null) {
    return (
      <PanelBox
        title={say(story === null ? 'importer.pages.no-story' : 'importer.pages.recognised')}
        aside={<MendLink view={props.view} />}
      >
        <Typography textColor="neutral600">
          {say(story === null ? 'importer.pages.no-story-hint' : 'importer.pages.recognised-hint')}
        </Typography>
        <Story {...props} />
      </PanelBox>
    );
  }
  return (
    <PanelBox title={say('importer.pages.article')} aside={<ArticleLink {...article} />}>
      {article.isPublished ? (
        <IconLabel icon={CheckCircle} tone="success">
          {say('importer.pages.published')}
        </IconLabel>
      ) : (
        <IconLabel icon={Pencil} tone="secondary">
          {say('importer.pages.draft')}
        </IconLabel>
      )}
      <Story {...props} />
    </PanelBox>
  );
}
