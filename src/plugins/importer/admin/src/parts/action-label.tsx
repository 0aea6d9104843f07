import {
  CheckCircleEmpty,
  ClockCounterClockwise,
  Duplicate,
  EyeStriked,
  Hashtag,
  Layout,
  Link,
  Lock,
  Pencil,
  PlusCircle,
  PriceTag,
  Trash,
  User,
  WarningCircle,
} from '@strapi/icons';
import type { EntryAction } from '../../../shared/contracts/runs';
import { useWords, type Word } from '../translations/use-words';
import { type Icon, IconLabel } from './icon-label';
import type { Tone } from './tone';

interface ActionLook {
  readonly word: Word;
  readonly icon: Icon;
  readonly tone: Tone;
}

/** How what became of a page is shown, wherever it is. */
export const ACTIONS: Readonly<Record<EntryAction, ActionLook>> = {
  create: { word: 'importer.common.action.create', icon: PlusCircle, tone: 'success' },
  update: { word: 'importer.common.action.update', icon: Pencil, tone: 'primary' },
  unchanged: { word: 'importer.common.action.unchanged', icon: CheckCircleEmpty, tone: 'neutral' },
  keep: { word: 'importer.common.action.keep', icon: Lock, tone: 'alternative' },
  duplicate: { word: 'importer.common.action.duplicate', icon: Duplicate, tone: 'neutral' },
  quarantine: { word: 'importer.common.action.quarantine', icon: WarningCircle, tone: 'danger' },
  'leave-out': { word: 'importer.common.action.leave-out', icon: EyeStriked, tone: 'neutral' },
  remove: { word: 'importer.common.action.remove', icon: Trash, tone: 'danger' },
  restore: { word: 'importer.common.action.restore', icon: ClockCounterClockwise, tone: 'primary' },
  site: { word: 'importer.common.action.site', icon: Layout, tone: 'neutral' },
  partner: { word: 'importer.common.action.partner', icon: Link, tone: 'neutral' },
  category: { word: 'importer.common.action.category', icon: PriceTag, tone: 'neutral' },
  tag: { word: 'importer.common.action.tag', icon: Hashtag, tone: 'neutral' },
  author: { word: 'importer.common.action.author', icon: User, tone: 'neutral' },
};

/** What became of a page, or would. */
export function ActionLabel({ action }: { readonly action: EntryAction }) {
  const say = useWords();
  const { word, icon, tone } = ACTIONS[action];
  return (
    <IconLabel icon={icon} tone={tone}>
      {say(word)}
    </IconLabel>
  );
}
