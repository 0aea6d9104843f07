import { ArrowClockwise, CheckCircle, Clock, ClockCounterClockwise, CrossCircle, Stop } from '@strapi/icons';
import type { RunState } from '../../../shared/contracts/runs';
import { useWords, type Word } from '../translations/use-words';
import { type Icon, IconLabel } from './icon-label';
import { Pause } from './pause-icon';
import type { Tone } from './tone';

/** How each state of a run is shown. */
export const STATES: Readonly<Record<RunState, { readonly word: Word; readonly icon: Icon; readonly tone: Tone }>> = {
  running: { word: 'importer.common.state.running', icon: ArrowClockwise, tone: 'primary' },
  paused: { word: 'importer.common.state.paused', icon: Pause, tone: 'warning' },
  interrupted: { word: 'importer.common.state.interrupted', icon: Clock, tone: 'warning' },
  finished: { word: 'importer.common.state.finished', icon: CheckCircle, tone: 'success' },
  failed: { word: 'importer.common.state.failed', icon: CrossCircle, tone: 'danger' },
  cancelled: { word: 'importer.common.state.cancelled', icon: Stop, tone: 'neutral' },
  undone: { word: 'importer.common.state.undone', icon: ClockCounterClockwise, tone: 'neutral' },
};

export const isState = (name: unknown): name is RunState => typeof name === 'string' && name in STATES;

/** How a run stands. */
export function StateBadge({ state }: { readonly state: RunState }) {
  const say = useWords();
  const { word, icon, tone } = STATES[state];
  return (
    <IconLabel isBadge icon={icon} tone={tone}>
      {say(word)}
    </IconLabel>
  );
}
