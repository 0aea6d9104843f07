import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { LinePart } from '../../../../../shared/contracts/pages';
import { useWords } from '../../../translations/use-words';
import { PartLabel } from '../lines/part-label';

const Row = styled.div`
  padding: ${({ theme }) => theme.spaces[2]};
  border-radius: ${({ theme }) => theme.borderRadius};
  &:hover,
  &:focus-within {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

const Lines = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  min-height: 2.4rem;
  cursor: pointer;
  text-decoration: underline;
`;

interface StoryFieldProps {
  readonly part: LinePart;
  /** Numbers of the lines that it came from. */
  readonly lines: readonly number[];
  readonly onMark: (part: LinePart | null) => void;
  readonly onShow: (line: number) => void;
  readonly children: ReactNode;
}

/** A field of the article. Its lines are marked while somebody points at it; its button leads to them. */
export function StoryField({ part, lines, onMark, onShow, children }: StoryFieldProps) {
  const say = useWords();
  const [first, last] = [lines[0], lines.at(-1)];
  return (
    <Row onMouseEnter={() => onMark(part)} onMouseLeave={() => onMark(null)} onFocus={() => onMark(part)} onBlur={() => onMark(null)}>
      <Flex tag="dt" gap={3} justifyContent="space-between">
        <PartLabel part={part} />
        {first !== undefined && last !== undefined && (
          <Lines type="button" onClick={() => onShow(first)}>
            <Typography variant="pi" textColor="primary600">
              {first === last ? say('importer.pages.line', { line: first }) : say('importer.pages.lines', { first, last })}
            </Typography>
          </Lines>
        )}
      </Flex>
      <Box tag="dd" paddingTop={1}>
        {children}
      </Box>
    </Row>
  );
}
