import { Box, Flex, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { Icon } from './icon-label';
import type { Tone } from './tone';

export interface Count {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  /** What it is made up of. */
  readonly detail?: string;
  readonly icon: Icon;
  readonly tone: Tone;
}

const Cards = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(20rem, 45%), 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;

/** Numbers with their names, as cards. */
export function Counts({ counts }: { readonly counts: readonly Count[] }) {
  return (
    <Cards>
      {counts.map(({ name, label, value, detail, icon: Icon, tone }) => (
        <Box key={name} background="neutral0" hasRadius shadow="tableShadow" padding={4}>
          <Flex tag="dt" gap={2}>
            <Icon aria-hidden fill={`${tone}600`} width="1.6rem" height="1.6rem" style={{ flexShrink: 0 }} />
            <Typography variant="pi" textColor="neutral600">
              {label}
            </Typography>
          </Flex>
          <dd>
            <Typography tag="p" variant="alpha" textColor="neutral800">
              <FormattedNumber value={value} />
            </Typography>
            {detail !== undefined && (
              <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {detail}
              </Typography>
            )}
          </dd>
        </Box>
      ))}
    </Cards>
  );
}
