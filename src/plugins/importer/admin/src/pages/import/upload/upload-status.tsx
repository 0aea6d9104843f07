import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, CloudUpload, Cross } from '@strapi/icons';
import { Banner } from '../../../parts/banner';
import { ProgressBar } from '../../../parts/progress-bar';
import { useBytes } from '../../../parts/use-bytes';
import { useWords } from '../../../translations/use-words';
import type { Uploading } from './uploading';

const LOST_SHOWN = 5;

interface UploadStatusProps {
  readonly uploading: Uploading;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** How far an upload is, what was lost, and what can be done about it. */
export function UploadStatus({ uploading, onRetry, onDiscard }: UploadStatusProps) {
  const say = useWords();
  const sayBytes = useBytes();
  const { name, files, bytes, sentFiles, sentBytes, lost, isGoing } = uploading;
  const percent = bytes === 0 ? (sentFiles / files) * 100 : (sentBytes / bytes) * 100;
  const Icon = isGoing ? CloudUpload : CheckCircle;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex gap={3} minWidth={0} flex="1 1 24rem">
          <Icon aria-hidden width="2.4rem" height="2.4rem" fill={isGoing ? 'primary600' : 'success600'} style={{ flexShrink: 0 }} />
          <Flex direction="column" alignItems="flex-start" minWidth={0}>
            <Typography fontWeight="semiBold" ellipsis maxWidth="100%">
              {say('importer.imports.upload.name', { name, others: files - 1 })}
            </Typography>
            <Typography variant="pi" textColor="neutral600" role="status">
              {say(isGoing ? 'importer.imports.upload.going' : 'importer.imports.upload.done', {
                sentFiles,
                files,
                sentBytes: sayBytes(sentBytes),
                bytes: sayBytes(bytes),
              })}
            </Typography>
          </Flex>
        </Flex>
        <Button variant="tertiary" startIcon={<Cross />} onClick={onDiscard}>
          {say(isGoing ? 'importer.imports.upload.cancel' : 'importer.imports.upload.discard')}
        </Button>
      </Flex>
      {isGoing && <ProgressBar percent={percent} label={say('importer.imports.upload.progress')} />}
      {lost.length > 0 && (
        <Banner
          tone="danger"
          action={
            !isGoing && (
              <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onRetry}>
                {say('importer.imports.upload.retry')}
              </Button>
            )
          }
        >
          {say('importer.imports.upload.lost', { count: lost.length })}
          {lost.slice(0, LOST_SHOWN).map(({ picked, message }) => (
            <Typography key={picked.name} tag="span" variant="pi" display="block" textColor="neutral700">
              {picked.name}: {message}
            </Typography>
          ))}
        </Banner>
      )}
    </Flex>
  );
}
