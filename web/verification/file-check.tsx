// Who signed this file, is it unchanged, and was it issued here? Drop or choose it; anyone may, wherever this stands.
import { Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import type { VerificationView } from '../../functions/contracts/verification-view.ts';
import type { FileView } from '../../functions/contracts/views.ts';
import { isPdf } from '../../functions/domain/checked-file.ts';
import { LARGEST_FILE } from '../../functions/domain/file-kind.ts';
import { sha256Of } from '../api/file.ts';
import { ProblemError } from '../api/problem.ts';
import { upload } from '../api/upload.ts';
import { findFile, readVerification, startVerification } from '../api/verification.ts';
import { Facts, Hash } from '../parts/facts.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './file-check.module.css';
import { IssuedNote, Judgement } from './judgement.tsx';

const verification = words.verification;

/** What was found of a PDF; of any other file only whether it is known. */
type Found = { name: string; pdf: VerificationView } | { name: string; other: FileView };

const checkPdf = async (file: File, progress: (share: number) => void) => {
  const { uploadId, upload: form } = await startVerification();
  await upload(form, file, progress);
  return readVerification(uploadId);
};

const checkFile = async (file: File, progress: (share: number) => void): Promise<Found> => {
  if (file.size > LARGEST_FILE) throw new ProblemError('file_too_large');
  const bytes = await file.arrayBuffer();
  const { name } = file;
  if (isPdf(new Uint8Array(bytes))) return { name, pdf: await checkPdf(file, progress) };
  return { name, other: await findFile(await sha256Of(bytes)) };
};

const Result = ({ found }: { found: Found }) => {
  const { sha256 } = 'pdf' in found ? found.pdf.issued : found.other;
  return (
    <Stack gap="sm" component="section" aria-labelledby="result">
      <Title order={2} size="h5" id="result" className={styles.name ?? ''}>
        {found.name}
      </Title>
      {'pdf' in found ? (
        <Judgement found={found.pdf} />
      ) : (
        <div role="status">
          <IssuedNote file={found.other} />
          {!found.other.known && <Text mt="sm">{verification.withoutSignatures}</Text>}
        </div>
      )}
      <Facts facts={{ [verification.hash]: <Hash value={sha256} /> }} />
    </Stack>
  );
};

/** Where a file is dropped or chosen, and below it what was found. */
export const FileCheck = () => {
  const [isOver, setOver] = useState(false);
  const [sent, setSent] = useState(0);
  const check = useMutation({
    mutationFn: (file: File) => {
      setSent(0);
      return checkFile(file, setSent);
    },
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !check.isPending) check.mutate(file);
  };
  const over = (isIt: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isIt);
  };
  return (
    <Stack maw={720}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same by key and press. */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={over(true)}
        onDragLeave={over(false)}
        onDrop={(event) => {
          over(false)(event);
          take(event.dataTransfer.files);
        }}
      >
        <label className={styles.choose}>
          {verification.choose}
          <input
            type="file"
            disabled={check.isPending}
            onChange={({ currentTarget }) => {
              take(currentTarget.files);
              // The same file may be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
        <Text size="sm">{verification.drop}</Text>
      </div>
      {check.isPending && (
        <div role="status">
          <Text size="sm">
            {sent < 1 ? verification.uploading(Math.round(sent * 100)) : verification.checking}
          </Text>
          <Progress value={sent * 100} aria-label={verification.title} />
        </div>
      )}
      {check.error && <Trouble error={check.error} of="check" />}
      {check.data && <Result found={check.data} />}
    </Stack>
  );
};
