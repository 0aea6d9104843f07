import { Box, Tabs } from '@strapi/design-system';
import type { ImportOptions } from '../../../../../shared/contracts/imports';
import { useWords } from '../../../translations/use-words';
import { UploadFiles } from '../upload/upload-files';
import type { useUpload } from '../upload/use-upload';
import { FolderBrowser } from './folder-browser';

export type SourceKind = 'upload' | 'folder';

interface SourceFormProps {
  readonly options: ImportOptions;
  readonly upload: ReturnType<typeof useUpload>;
  readonly kind: SourceKind;
  readonly folder: string | null;
  readonly onKind: (kind: SourceKind) => void;
  readonly onFolder: (path: string) => void;
}

/** What is to be imported: files from here, or a folder that the server has. */
export function SourceForm({ options, upload, kind, folder, onKind, onFolder }: SourceFormProps) {
  const say = useWords();
  const files = <UploadFiles limits={options.limits} upload={upload} />;
  if (!options.hasFolders) return files;
  return (
    <Tabs.Root
      variant="simple"
      value={kind}
      onValueChange={(value) => {
        onKind(value === 'folder' ? 'folder' : 'upload');
      }}
    >
      <Tabs.List aria-label={say('importer.imports.source.label')}>
        <Tabs.Trigger value="upload">{say('importer.imports.source.upload')}</Tabs.Trigger>
        <Tabs.Trigger value="folder">{say('importer.imports.source.folder')}</Tabs.Trigger>
      </Tabs.List>
      <Box paddingTop={4}>
        <Tabs.Content value="upload">{files}</Tabs.Content>
        <Tabs.Content value="folder">
          <FolderBrowser chosen={folder} onChoose={onFolder} />
        </Tabs.Content>
      </Box>
    </Tabs.Root>
  );
}
