import { Flex, Typography } from '@strapi/design-system';
import { Check, CrossCircle, WarningCircle } from '@strapi/icons';
import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { Severity } from '../../../../../shared/contracts/runs';
import { useWords } from '../../../translations/use-words';

const Pill = styled.button<{ $isChosen: boolean }>`
  min-height: 4rem;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary100 : theme.colors.neutral0)};
  text-align: left;
  cursor: pointer;

  &:hover {
    background: ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary100 : theme.colors.neutral100)};
  }
`;

interface RuleButtonProps {
  readonly children: string;
  readonly count: number;
  readonly severity: Severity;
  readonly isChosen: boolean;
  readonly onClick: () => void;
}

/** A kind of problem with how often it occurs. Pressed, the table shows only its pages. */
export function RuleButton({ children, count, severity, isChosen, onClick }: RuleButtonProps) {
  const say = useWords();
  const isError = severity === 'error';
  const Icon = isError ? CrossCircle : WarningCircle;
  return (
    <Pill type="button" $isChosen={isChosen} aria-pressed={isChosen} onClick={onClick}>
      <Flex gap={2}>
        <Icon
          role="img"
          aria-label={say(isError ? 'importer.common.severity.error' : 'importer.common.severity.warning')}
          fill={isError ? 'danger600' : 'warning600'}
          width="1.6rem"
          height="1.6rem"
          style={{ flexShrink: 0 }}
        />
        <Typography textColor="neutral800">{children}</Typography>
        <Typography textColor="neutral800" fontWeight="bold">
          <FormattedNumber value={count} />
        </Typography>
        {isChosen && <Check aria-hidden fill="primary600" width="1.2rem" height="1.2rem" />}
      </Flex>
    </Pill>
  );
}
