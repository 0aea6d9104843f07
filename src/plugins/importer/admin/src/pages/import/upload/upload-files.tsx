import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { UploadLimits } from '../../../../../shared/contracts/imports';
import { Banner } from '../../../parts/banner';
import { checkLimits, type Refusal } from './check-limits';
import { DropZone } from './drop-zone';
import type { PickedFile } from './picked-file';
import { RefusalText } from './refusal-text';
import { UploadStatus } from './upload-status';
import type { useUpload } from './use-upload';

interface UploadFilesProps {
  readonly limits: UploadLimits;
  readonly upload: ReturnType<typeof useUpload>;
}

/** Brings files to the server, or says why they can't be. */
export function UploadFiles({ limits, upload }: UploadFilesProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { uploading, problem, start, retry, discard } = upload;
  const pick = (files: readonly PickedFile[]) => {
    const refused = checkLimits(files, limits);
    setRefusal(refused);
    if (refused === null) void start(files);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {uploading === null ? (
        <DropZone limits={limits} onPick={pick} />
      ) : (
        <UploadStatus uploading={uploading} onRetry={() => void retry()} onDiscard={discard} />
      )}
      {refusal && (
        <Banner tone="danger">
          <RefusalText refusal={refusal} />
        </Banner>
      )}
      {problem !== null && <Banner tone="danger">{problem}</Banner>}
    </Flex>
  );
}
