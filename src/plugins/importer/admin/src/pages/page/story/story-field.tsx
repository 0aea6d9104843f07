import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { LinePart } from '../../../../../shared/contracts/pages';
import { type Word, useWords } from '../../../translations/use-words';
import { PartLabel } from '../lines/part-label';
import { useSourceWords } from './use-source-words';

/** How sure it is that a field was recognised rightly, from 0 to 1; nothing where nothing was. */
function Sure({ confidence }: { readonly confidence: number }) {
  const say = useWords();
  if (confidence <= 0) return null;
  return (
    <Typography variant="pi" textColor="neutral600">
      <VisuallyHidden>{say('importer.pages.sure.of')} </VisuallyHidden>
      {say('importer.pages.sure', { percent: Math.round(confidence * 100) })}
    </Typography>
  );
}

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
  /** What it is called, where that is not what its lines gave. */
  readonly word?: Word | undefined;
  /** The lines that it came from, and declared facts by their places. */
  readonly lines: readonly (number | string)[];
  /** From 0 to 1. */
  readonly confidence: number;
  readonly onMark: (part: LinePart | null) => void;
  readonly onShow: (line: number | string) => void;
  readonly children: ReactNode;
}

/** A field of the article. Its lines are marked while somebody points at it; its button leads to them. */
export function StoryField({ part, word, lines, confidence, onMark, onShow, children }: StoryFieldProps) {
  const saySource = useSourceWords();
  const [first] = lines;
  return (
    <Row onMouseEnter={() => onMark(part)} onMouseLeave={() => onMark(null)} onFocus={() => onMark(part)} onBlur={() => onMark(null)}>
      <Flex tag="dt" gap={3} justifyContent="space-between">
        <PartLabel part={part} word={word} />
        <Flex gap={3} wrap="wrap" justifyContent="flex-end">
          <Sure confidence={confidence} />
          {first !== undefined && (
            <Lines type="button" onClick={() => onShow(first)}>
              <Typography variant="pi" textColor="primary600">
                {saySource(lines)}
              </Typography>
            </Lines>
          )}
        </Flex>
      </Flex>
      <Box tag="dd" paddingTop={1}>
        {children}
      </Box>
    </Row>
  );
}
