import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { UploadLimits } from '../../../../../shared/contracts/imports';
import { Banner } from '../../../parts/banner';
import { checkLimits, type Refusal } from './check-limits';
import { DropZone } from './drop-zone';
import type { Dropped } from './pick-dropped';
import { RefusalText } from './refusal-text';
import { UnreadFiles } from './unread-files';
import { UploadStatus } from './upload-status';
import type { useUpload } from './use-upload';

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
