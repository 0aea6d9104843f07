import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Box, Flex, IconButton, Link, LinkButton, Switch, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Drag, Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Partner } from '../../../../shared/contracts/partners';
import { formsOf, useContentTypes } from '../../requests/content-types';
import { useWords } from '../../translations/use-words';
import { PartnerLogo } from './partner-logo';

const Handle = styled.button`
  display: flex;
  padding: ${({ theme }) => theme.spaces[2]};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: grab;
  touch-action: none;
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

interface PartnerRowProps {
  readonly partner: Partner;
  readonly mayChange: boolean;
  readonly isBusy: boolean;
  /** Null where it can't go further. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onActivate: (active: boolean) => void;
}

/** A partner with its logo, its place, and whether readers see it. */
export function PartnerRow({ partner, mayChange, isBusy, onUp, onDown, onActivate }: PartnerRowProps) {
  const say = useWords();
  const { partner: type } = useContentTypes();
  const { documentId, name, url, active } = partner;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: documentId });
  const style = { transform: CSS.Translate.toString(transform), transition, position: 'relative', zIndex: isDragging ? 1 : 0 } as const;

  return (
    <Box
      tag="li"
      ref={setNodeRef}
      style={style}
      background="neutral0"
      hasRadius
      shadow={isDragging ? 'popupShadow' : 'tableShadow'}
      padding={3}
    >
      <Flex gap={4} wrap="wrap">
        {mayChange && (
          <Handle
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={say('importer.partners.drag.handle', { name })}
          >
            <Drag aria-hidden fill="neutral600" />
          </Handle>
        )}
        <PartnerLogo partner={partner} />
        <Flex direction="column" alignItems="flex-start" flex="1 1 16rem" minWidth={0}>
          <Typography fontWeight="semiBold">{name}</Typography>
          {url !== null && (
            <Link href={url} isExternal>
              {url}
            </Link>
          )}
        </Flex>
        <Switch
          checked={active}
          disabled={!mayChange || isBusy}
          onCheckedChange={onActivate}
          visibleLabels
          onLabel={say('importer.partners.active')}
          offLabel={say('importer.partners.inactive')}
          aria-label={say('importer.partners.active-named', { name })}
        />
        {mayChange && (
          <Flex gap={1}>
            <IconButton label={say('importer.partners.up', { name })} disabled={onUp === null || isBusy} onClick={() => onUp?.()}>
              <ArrowUp />
            </IconButton>
            <IconButton label={say('importer.partners.down', { name })} disabled={onDown === null || isBusy} onClick={() => onDown?.()}>
              <ArrowDown />
            </IconButton>
          </Flex>
        )}
        {type !== null && (
          <LinkButton
            tag={NavLink}
            to={`${formsOf(type)}/${documentId}`}
            variant="tertiary"
            startIcon={<Pencil aria-hidden />}
            aria-label={say('importer.partners.edit-named', { name })}
          >
            {say('importer.partners.edit')}
          </LinkButton>
        )}
      </Flex>
    </Box>
  );
}
