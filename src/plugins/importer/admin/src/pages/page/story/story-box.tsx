import { Typography } from '@strapi/design-system';
import { type ComponentProps, useState } from 'react';
import type { PageView } from '../../../../../shared/contracts/pages';
import { ArticleLink } from '../../../parts/article-link';
import { PanelBox } from '../../../parts/panel-box';
import { useWords, type Word } from '../../../translations/use-words';
import { ArticleStatus } from './article-status';
import { CorrectLink } from './correct-link';
import { SideSwitch } from './side-switch';
import { firstSide, type Side } from './sides';
import { Story } from './story';
import { WouldBe } from './would-be';

const TITLES: Readonly<Record<Side, Word>> = { story: 'importer.pages.recognised', article: 'importer.pages.article' };

/** What is to be said of a page that is no article. A preview tells itself what would become of it. */
function hintOf({ story, run }: PageView): Word | null {
  if (story === null) return 'importer.pages.no-story-hint';
  return run.kind === 'preview' ? null : 'importer.pages.recognised-hint';
}

/** What was recognised in a page and the article that stands, of which one is seen at a time; and what a preview would do. */
export function StoryBox(props: Omit<ComponentProps<typeof Story>, 'side'>) {
  const say = useWords();
  const { view } = props;
  const { article, story, run, outcome } = view;
  const [side, setSide] = useState(() => firstSide(view));
  const hint = article === null ? hintOf(view) : null;

  return (
    <PanelBox
      title={say(article === null && story === null ? 'importer.pages.no-story' : TITLES[side])}
      aside={article === null ? <CorrectLink view={view} /> : <ArticleLink {...article} />}
    >
      {run.kind === 'preview' && outcome !== null && <WouldBe outcome={outcome} />}
      {hint !== null && <Typography textColor="neutral600">{say(hint)}</Typography>}
      {article !== null && story !== null && <SideSwitch side={side} onChange={setSide} />}
      {article !== null && side === 'article' && <ArticleStatus isPublished={article.isPublished} />}
      <Story {...props} side={side} />
    </PanelBox>
  );
}
