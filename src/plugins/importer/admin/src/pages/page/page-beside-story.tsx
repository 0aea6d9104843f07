import { Flex, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import type { LinePart, PageView } from '../../../../shared/contracts/pages';
import { Banner } from '../../parts/banner';
import { PanelBox } from '../../parts/panel-box';
import { useMessageWords } from '../../parts/use-message-words';
import { useWords } from '../../translations/use-words';
import { CorrectionNote } from './correction-note';
import { Legend } from './lines/legend';
import { lineId } from './lines/line-id';
import { LineProblems } from './lines/line-problems';
import { PageLines } from './lines/page-lines';
import { StoryBox } from './story/story-box';
import { TwoColumns } from './two-columns';

/** A page's text on one side, what became of it on the other. */
export function PageBesideStory({ view }: { readonly view: PageView }) {
  const say = useWords();
  const sayMessage = useMessageWords();
  const id = useId();
  const idOf = (line: number | string) => lineId(id, line);
  const [pinned, setPinned] = useState<LinePart | null>(null);
  const [pointed, setPointed] = useState<LinePart | null>(null);
  const { lines, problems, correction, missing, note } = view;
  const numbers = new Set(lines?.map(({ number }) => number));
  const ofWhole = problems.filter(({ line }) => line === null || !numbers.has(line));

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {correction && <CorrectionNote correction={correction} />}
      {note !== null && <Banner tone="neutral">{sayMessage(note)}</Banner>}
      <TwoColumns>
        <PanelBox title={say('importer.pages.text')}>
          <LineProblems problems={ofWhole} />
          {lines === null ? (
            <Typography textColor="neutral600">{missing === null ? say('importer.pages.no-text') : sayMessage(missing)}</Typography>
          ) : (
            <>
              <Legend lines={lines} pinned={pinned} onPin={setPinned} />
              <PageLines lines={lines} problems={problems} marked={pointed ?? pinned} idOf={idOf} />
            </>
          )}
        </PanelBox>
        <StoryBox
          key={`${view.run.id} ${view.page}`}
          view={view}
          onMark={setPointed}
          onShow={(line) => document.getElementById(idOf(line))?.scrollIntoView({ behavior: 'smooth', block: 'center' })}
        />
      </TwoColumns>
    </Flex>
  );
}
