import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye, Upload as UploadIcon } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ImportOptions, ImportSource } from '../../../../../shared/contracts/imports';
import { Banner } from '../../../parts/banner';
import { PanelBox } from '../../../parts/panel-box';
import { useAllowed } from '../../../requests/use-allowed';
import { useSend } from '../../../requests/use-send';
import { useWords } from '../../../translations/use-words';
import { useUpload } from '../upload/use-upload';
import type { Settings } from './settings-form';
import { SettingsForm } from './settings-form';
import { SourceForm, type SourceKind } from './source-form';

/** Orders a preview or an import, and leads to it. */
export function OrderForm({ options }: { readonly options: ImportOptions }) {
  const say = useWords();
  const may = useAllowed();
  const navigate = useNavigate();
  const { send, isSending, problem } = useSend();
  const upload = useUpload();
  const [kind, setKind] = useState<SourceKind>('upload');
  const [folder, setFolder] = useState<string | null>(null);
  const [settings, setSettings] = useState<Settings>({
    ...{ status: 'published', timeZone: options.timeZone, locale: null, dateOrder: options.dateOrder },
  });

  const source = readSource(kind, folder, upload.uploading);
  const isBlocked = source === null || isSending;
  const order = async (name: 'POST /previews' | 'POST /runs') => {
    if (source === null) return;
    const started = await send(name, { body: { source, ...settings } });
    if (started !== null) navigate(`/plugins/importer/runs/${started.id}`);
  };

  return (
    <>
      <PanelBox title={say('importer.imports.source.title')}>
        <SourceForm options={options} upload={upload} kind={kind} folder={folder} onKind={setKind} onFolder={setFolder} />
      </PanelBox>
      <PanelBox title={say('importer.imports.settings.title')}>
        <SettingsForm options={options} settings={settings} onChange={setSettings} />
      </PanelBox>
      {problem !== null && <Banner tone="danger">{problem}</Banner>}
      <Flex
        gap={3}
        direction={{ initial: 'column', medium: 'row' }}
        alignItems={{ initial: 'stretch', medium: 'center' }}
        justifyContent="flex-end"
      >
        {source === null && (
          <Typography variant="pi" textColor="neutral600" role="status">
            {say(upload.uploading?.isGoing ? 'importer.imports.wait' : 'importer.imports.choose-first')}
          </Typography>
        )}
        {may.run && (
          <Button size="L" variant="secondary" startIcon={<UploadIcon />} disabled={isBlocked} onClick={() => void order('POST /runs')}>
            {say('importer.imports.import')}
          </Button>
        )}
        {may.preview && (
          <Button size="L" startIcon={<Eye />} disabled={isBlocked} onClick={() => void order('POST /previews')}>
            {say('importer.imports.preview')}
          </Button>
        )}
      </Flex>
    </>
  );
}

function readSource(kind: SourceKind, folder: string | null, uploading: ReturnType<typeof useUpload>['uploading']): ImportSource | null {
  if (kind === 'folder') return folder === null ? null : { kind, path: folder };
  const hasArrived = uploading !== null && !uploading.isGoing && uploading.sentFiles > 0;
  return hasArrived ? { kind, id: uploading.id } : null;
}
