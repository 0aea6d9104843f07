import { Flex, Typography } from '@strapi/design-system';
import { Choice } from '../../../parts/choice';
import { useWords } from '../../../translations/use-words';
import { type Side, SIDES } from './sides';

interface SideSwitchProps {
  readonly side: Side;
  readonly onChange: (side: Side) => void;
}

/** Leads from what was recognised to the article that stands, and back. */
export function SideSwitch({ side, onChange }: SideSwitchProps) {
  const say = useWords();
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label={say('importer.pages.sides')}>
      {(Object.keys(SIDES) as Side[]).map((one) => (
        <Choice key={one} type="button" aria-pressed={one === side} onClick={() => onChange(one)}>
          <Typography variant="pi" textColor="neutral800">
            {say(SIDES[one].name)}
          </Typography>
        </Choice>
      ))}
    </Flex>
  );
}
