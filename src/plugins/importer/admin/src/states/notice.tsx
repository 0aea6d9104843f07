import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
  /** Read out at once by screen readers. */
  readonly isUrgent?: boolean;
}

/** Says in the middle of a box why there is nothing else in it. */
export function Notice({ icon, title, children, action, isUrgent = false }: NoticeProps) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={8} role={isUrgent ? 'alert' : undefined}>
      <Flex direction="column" alignItems="center" gap={4}>
        <Box aria-hidden>{icon}</Box>
        <Flex direction="column" alignItems="center" gap={2} maxWidth="56rem">
          <Typography variant="delta" textAlign="center">
            {title}
          </Typography>
          {children && (
            <Typography textColor="neutral600" textAlign="center">
              {children}
            </Typography>
          )}
        </Flex>
        {action}
      </Flex>
    </Box>
  );
}
