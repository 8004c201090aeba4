// Which files go with the draft? Added with their progress, taken out, looked at.
import { Button, CloseButton, Progress, Text } from '@mantine/core';
import { memo, useCallback, useEffect, useRef } from 'react';
import {
  ATTACHMENT_ENDINGS,
  type Attachment,
  MOST_ATTACHMENTS,
} from '../../../functions/domain/content/attachment.ts';
import { linkAttachment } from '../../api/drafting.ts';
import { Card } from '../../parts/card.tsx';
import styles from '../../parts/files/attached-files.module.css';
import { FileName } from '../../parts/files/attached-files.tsx';
import { sizeOf } from '../../parts/files/file-size.ts';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { problemWords } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import type { ChangeFields } from '../desk/desk.ts';
import { UnfitFile, type Upload, useUploads } from './uploads.ts';

const said = words.attachments;

const whyNot = (error: unknown): string =>
  error instanceof UnfitFile ? said[error.why] : problemWords(error, 'attach');

const OnItsWay = ({
  one,
  again,
  drop,
}: {
  one: Upload;
  again: (one: Upload) => void;
  drop: (id: string) => void;
}) => {
  const { id, name, file, share, error } = one;
  const percent = Math.round((share ?? 0) * 100);
  return (
    <li className={styles.file}>
      <div>
        <Text size="sm" span className={styles.name ?? ''}>
          {name}
        </Text>{' '}
        <span className={styles.size}>{sizeOf(file.size)}</span>
      </div>
      <div className={styles.presses}>
        {error !== null && !(error instanceof UnfitFile) && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={said.retry(name)}
            onClick={() => again(one)}
          >
            {words.app.retry}
          </Button>
        )}
        <CloseButton
          aria-label={error === null ? said.cancel(name) : said.remove(name)}
          onClick={() => drop(id)}
        />
      </div>
      <div className={styles.below} role={error === null ? 'status' : 'alert'}>
        {error === null ? (
          <>
            <Text size="xs">{share === null ? said.waiting : said.sending(percent)}</Text>
            <Progress size="sm" value={percent} aria-label={name} />
          </>
        ) : (
          <Text size="sm" c="var(--bad-ink)">
            {whyNot(error)}
          </Text>
        )}
      </div>
    </li>
  );
};

const Attached = ({
  reportId,
  file,
  at,
  remove,
}: {
  reportId: string;
  file: Attachment;
  at: number;
  remove: (sha256: string) => void;
}) => {
  const problem = useFieldProblem('attachments', at);
  return (
    <li className={styles.file}>
      <FileName file={file} link={(sha256) => linkAttachment(reportId, sha256)} />
      <CloseButton
        name={`attachments.${at}`}
        aria-label={said.remove(file.name)}
        onClick={() => remove(file.sha256)}
      />
      {problem && (
        <Text size="sm" c="var(--bad-ink)" className={styles.below ?? ''} role="alert">
          {problem}
        </Text>
      )}
    </li>
  );
};

export const Attachments = memo(
  ({
    reportId,
    files,
    change,
    tell,
  }: {
    reportId: string;
    files: Attachment[];
    change: ChangeFields;
    /** Hears whether files are on their way. */
    tell: (isUploading: boolean) => void;
  }) => {
    const field = useRef<HTMLInputElement>(null);
    const listed = useRef(files);
    listed.current = files;
    const attach = useCallback(
      (file: Attachment) => {
        if (listed.current.some(({ sha256 }) => sha256 === file.sha256)) return false;
        change(({ attachments }) => ({ attachments: [...attachments, file] }));
        return true;
      },
      [change],
    );
    const remove = (sha256: string) =>
      change(({ attachments }) => ({
        attachments: attachments.filter((each) => each.sha256 !== sha256),
      }));
    const { uploads, add, again, drop } = useUploads(reportId, attach);
    const isUploading = uploads.some(({ error }) => error === null);
    useEffect(() => tell(isUploading), [isUploading, tell]);
    const room = MOST_ATTACHMENTS - files.length - uploads.length;
    return (
      <Card
        title={said.title}
        presses={
          <>
            <input
              ref={field}
              type="file"
              hidden
              multiple
              accept={ATTACHMENT_ENDINGS.map((ending) => `.${ending}`).join()}
              aria-label={said.add}
              onChange={({ currentTarget }) => {
                add(
                  [...(currentTarget.files ?? [])].slice(0, room),
                  files.map(({ name }) => name),
                );
                // The same file may be chosen again.
                currentTarget.value = '';
              }}
            />
            <Button
              size="compact-sm"
              variant="default"
              disabled={room <= 0}
              onClick={() => field.current?.click()}
            >
              {said.add}
            </Button>
          </>
        }
      >
        <Text size="xs" c="dimmed" my="xs">
          {room > 0
            ? said.help(ATTACHMENT_ENDINGS.join(', ').toUpperCase(), MOST_ATTACHMENTS)
            : said.full(MOST_ATTACHMENTS)}
        </Text>
        <ul className={styles.files}>
          {files.map((file, at) => (
            <Attached key={file.sha256} reportId={reportId} file={file} at={at} remove={remove} />
          ))}
          {uploads.map((one) => (
            <OnItsWay key={one.id} one={one} again={again} drop={drop} />
          ))}
        </ul>
      </Card>
    );
  },
);
