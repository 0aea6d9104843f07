import { Flex, Typography } from '@strapi/design-system';
import type { Play } from '@strapi/icons';
import type { Tone } from './tone';

/** Any icon of the design system. */
export type Icon = typeof Play;

interface IconLabelProps {
  readonly icon: Icon;
  readonly tone: Tone;
  readonly children: string;
  /** Drawn as a badge, on a ground of its colour. */
  readonly isBadge?: boolean;
}

/** A word with an icon before it: nothing is said by colour alone. */
export function IconLabel({ icon: Icon, tone, children, isBadge = false }: IconLabelProps) {
  const badge = {
    background: `${tone}100`,
    borderColor: `${tone}200`,
    hasRadius: true,
    paddingLeft: 2,
    paddingRight: 2,
    paddingTop: 1,
    paddingBottom: 1,
  } as const;
  return (
    <Flex tag="span" inline gap={2} {...(isBadge ? badge : {})}>
      <Icon aria-hidden fill={`${tone}600`} width="1.6rem" height="1.6rem" style={{ flexShrink: 0 }} />
      <Typography variant="omega" fontWeight={isBadge ? 'semiBold' : 'regular'} textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}
