import { Button, Flex, Typography } from '@strapi/design-system';
import { CloudUpload, File as FileIcon, Folder } from '@strapi/icons';
import { type DragEvent, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { UploadLimits } from '../../../../../shared/contracts/imports';
import { useBytes } from '../../../parts/use-bytes';
import { useWords } from '../../../translations/use-words';
import { HiddenInput } from './hidden-input';
import { type Dropped, pickDropped } from './pick-dropped';
import type { PickedFile } from './picked-file';

/** Files that were chosen with a button: of a folder each has its path in there. */
const pickFiles = (files: FileList | null): PickedFile[] =>
  [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

const Zone = styled.div<{ $isOver: boolean }>`
  border: 1px dashed ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral500)};
  background: ${({ theme, $isOver }) => ($isOver ? theme.colors.primary100 : theme.colors.neutral100)};
  border-radius: ${({ theme }) => theme.borderRadius};
  padding: ${({ theme }) => `${theme.spaces[8]} ${theme.spaces[4]}`};
`;

interface DropZoneProps {
  readonly limits: UploadLimits;
  /** `unread` names what could not be read. */
  readonly onPick: (picked: Dropped) => void;
}

/** Takes files, folders and archives: dropped, or chosen with a button. */
export function DropZone({ limits, onPick }: DropZoneProps) {
  const say = useWords();
  const sayBytes = useBytes();
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void pickDropped(event.dataTransfer).then(onPick);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const pick = (list: FileList | null) => {
    onPick({ files: pickFiles(list), unread: [] });
  };

  return (
    <Zone $isOver={isOver} onDragOver={hover} onDragLeave={hover} onDrop={take} data-testid="drop-zone">
      <Flex direction="column" gap={4}>
        <CloudUpload aria-hidden width="4rem" height="4rem" fill="primary600" />
        <Flex direction="column" gap={1}>
          <Typography variant="delta" tag="p" textAlign="center">
            {say(isOver ? 'importer.imports.drop.now' : 'importer.imports.drop.title')}
          </Typography>
          <Typography textColor="neutral600" textAlign="center">
            {say('importer.imports.drop.limits', { files: limits.files, bytes: sayBytes(limits.bytes) })}
          </Typography>
        </Flex>
        <Flex gap={2} wrap="wrap" justifyContent="center">
          <Button variant="secondary" startIcon={<FileIcon />} onClick={() => files.current?.click()}>
            {say('importer.imports.choose-files')}
          </Button>
          <Button variant="secondary" startIcon={<Folder />} onClick={() => folder.current?.click()}>
            {say('importer.imports.choose-folder')}
          </Button>
        </Flex>
      </Flex>
      <HiddenInput ref={files} label={say('importer.imports.choose-files')} onPick={pick} />
      <HiddenInput ref={folder} label={say('importer.imports.choose-folder')} onPick={pick} isFolder />
    </Zone>
  );
}
