import { Box, Flex, Typography } from '@strapi/design-system';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { styled } from 'styled-components';
import type { MonthCount } from '../../../../shared/contracts/home';
import { useWords } from '../../translations/use-words';
import { useMonthWords } from './use-month-words';

const HEIGHT = 100;
const YEAR = 12;

const Chart = styled.svg`
  display: block;
  width: 100%;
  height: 15rem;
  background: ${({ theme }) => theme.colors.neutral100};
  border-radius: ${({ theme }) => theme.borderRadius};
  .bar {
    fill: ${({ theme }) => theme.colors.primary600};
  }
  .chosen {
    fill: ${({ theme }) => theme.colors.neutral800};
  }
  .ground {
    fill: ${({ theme }) => theme.colors.neutral200};
  }
`;

/**
 * A bar for each month. It is read like a slider: the arrow keys lead from month to month, page keys from year to year, and the
 * month that somebody is at is shown below.
 */
export function MonthChart({ months }: { readonly months: readonly MonthCount[] }) {
  const say = useWords();
  const sayMonth = useMonthWords();
  const sayShort = useMonthWords('short');
  const last = months.length - 1;
  const [at, setAt] = useState(last);
  const most = Math.max(1, ...months.map(({ articles }) => articles));
  const chosen = months[Math.min(at, last)];
  const [first, newest] = [months[0], months[last]];
  if (chosen === undefined || first === undefined || newest === undefined) return null;
  const words = say('importer.home.archive.in-month', { month: sayMonth(chosen.month), articles: chosen.articles });

  const go = (place: number) => setAt(Math.min(Math.max(place, 0), last));
  const onKeyDown = (event: KeyboardEvent) => {
    const places: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 },
      ...{ PageDown: at - YEAR, PageUp: at + YEAR, Home: 0, End: last },
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    go(place);
  };
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    go(Math.floor(((clientX - left) / width) * months.length));
  };

  return (
    <Box>
      <div
        role="slider"
        tabIndex={0}
        aria-label={say('importer.home.archive.title')}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={words}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
      >
        <Chart viewBox={`0 0 ${months.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          {months.map(({ month, articles }, place) => {
            const height = articles === 0 ? 0 : Math.max(2, (articles / most) * HEIGHT);
            return (
              <g key={month}>
                {place === at && <rect className="ground" x={place} y={0} width={1} height={HEIGHT} />}
                <rect className={place === at ? 'chosen' : 'bar'} x={place + 0.1} y={HEIGHT - height} width={0.8} height={height} />
              </g>
            );
          })}
        </Chart>
      </div>
      <Flex justifyContent="space-between" gap={2} paddingTop={1}>
        <Typography variant="pi" textColor="neutral600">
          {sayShort(first.month)}
        </Typography>
        <Typography variant="pi" fontWeight="semiBold" textColor="neutral800" textAlign="center">
          {words}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {sayShort(newest.month)}
        </Typography>
      </Flex>
    </Box>
  );
}
