import { Box, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { Tone } from './tone';

interface BannerProps {
  readonly tone: Extract<Tone, 'primary' | 'warning' | 'danger' | 'success' | 'neutral'>;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A line across the page that tells of something while the page goes on. */
export function Banner({ tone, children, action }: BannerProps) {
  const Icon = tone === 'warning' || tone === 'danger' ? WarningCircle : Information;
  return (
    <Box
      background={`${tone}100`}
      borderColor={`${tone}200`}
      hasRadius
      paddingTop={3}
      paddingBottom={3}
      paddingLeft={4}
      paddingRight={4}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} flex="1 1 28rem" minWidth={0}>
          <Icon aria-hidden fill={`${tone}600`} width="2rem" height="2rem" style={{ flexShrink: 0 }} />
          <Typography textColor="neutral800">{children}</Typography>
        </Flex>
        {action}
      </Flex>
    </Box>
  );
}
