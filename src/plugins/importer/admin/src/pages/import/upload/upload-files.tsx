import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { UploadLimits } from '../../../../../shared/contracts/imports';
import { Banner } from '../../../parts/banner';
import { checkLimits, type Refusal } from './check-limits';
import { DropZone } from './drop-zone';
import type { Dropped } from './pick-dropped';
import { UploadStatus } from './upload-status';
import type { useUpload } from './use-upload';
import { useBytes } from '../../../parts/use-bytes';
import { useWords } from '../../../translations/use-words';

/** How many names are listed. */
const MOST = 5;

/** Names what was dropped and could not be read. */
function UnreadFiles({ names }: { readonly names: readonly string[] }) {
  const say = useWords();
  const shown = names.slice(0, MOST).join(', ') + (names.length > MOST ? ', …' : '');
  return <Banner tone="danger">{say('importer.imports.unread', { count: names.length, names: shown })}</Banner>;
}

/** Says why files are not taken, and what to do. */
function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const say = useWords();
  const sayBytes = useBytes();
  if (refusal.kind === 'nothing') return say('importer.imports.refused.nothing');
  const { kind, found, limit } = refusal;
  if (kind === 'files') return say('importer.imports.refused.files', { found, limit });
  return say('importer.imports.refused.bytes', { found: sayBytes(found), limit: sayBytes(limit) });
}

interface UploadFilesProps {
  readonly limits: UploadLimits;
  readonly upload: ReturnType<typeof useUpload>;
}

/** Brings files to the server, or says why they can't be. */
export function UploadFiles({ limits, upload }: UploadFilesProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [unread, setUnread] = useState<readonly string[]>([]);
  const { uploading, problem, start, retry, discard } = upload;
  const pick = ({ files, unread: names }: Dropped) => {
    setUnread(names);
    // Where nothing could be read, that is all there is to say.
    const refused = files.length === 0 && names.length > 0 ? null : checkLimits(files, limits);
    setRefusal(refused);
    if (refused === null && files.length > 0) void start(files);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {uploading === null ? (
        <DropZone limits={limits} onPick={pick} />
      ) : (
        <UploadStatus uploading={uploading} onRetry={() => void retry()} onDiscard={discard} />
      )}
      {unread.length > 0 && <UnreadFiles names={unread} />}
      {refusal && (
        <Banner tone="danger">
          <RefusalText refusal={refusal} />
        </Banner>
      )}
      {problem !== null && <Banner tone="danger">{problem}</Banner>}
    </Flex>
  );
}
