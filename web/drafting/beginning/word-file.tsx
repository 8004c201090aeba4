// How does a report begin with a drafter's own Word file? Chosen, uploaded, read; what is not in the report is told first.
import { Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ImportNote } from '../../../functions/domain/content/import-note.ts';
import { importReport, startImport } from '../../api/drafting.ts';
import { upload } from '../../api/upload.ts';
import { Notice } from '../../parts/notice.tsx';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { language, words } from '../../words/words.ts';
import styles from './new-report.module.css';

const beginning = words.beginning;

const NoteList = ({ title, notes }: { title: string; notes: ImportNote[] }) =>
  notes.length > 0 && (
    <>
      <Text fw={600} mt="xs">
        {title}
      </Text>
      <List size="sm">
        {notes.map((note) => (
          <List.Item key={`${note.code}${note.text}`}>
            {note[language]}
            {note.text && <q className={styles.excerpt}>{note.text}</q>}
          </List.Item>
        ))}
      </List>
    </>
  );

export const WordFile = ({ open }: { open: (reportId: string) => void }) => {
  const queries = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState(0);
  const take = useMutation({
    mutationFn: async (file: File) => {
      setSent(0);
      const started = await startImport(crypto.randomUUID());
      await upload(started.upload, file, setSent);
      return importReport(started.reportId, crypto.randomUUID());
    },
    onSuccess: async ({ reportId, notes }) => {
      await queries.invalidateQueries();
      if (notes.length === 0) open(reportId);
    },
  });
  const { data } = take;
  return (
    <Stack gap="xs" align="flex-start">
      <input
        ref={field}
        type="file"
        hidden
        accept=".docx"
        aria-label={beginning.wordChoose}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) take.mutate(file);
          // The same file may be chosen again, mended.
          currentTarget.value = '';
        }}
      />
      <Button variant="default" loading={take.isPending} onClick={() => field.current?.click()}>
        {beginning.wordChoose}
      </Button>
      {take.isPending && (
        <div role="status">
          <Text size="sm">
            {sent < 1 ? beginning.uploading(Math.round(sent * 100)) : beginning.reading}
          </Text>
          <Progress value={sent * 100} aria-label={beginning.word} />
        </div>
      )}
      {take.error && <Trouble error={take.error} of="importWord" />}
      {data && data.notes.length > 0 && (
        <Notice tone="warn" role="status" title={beginning.notes}>
          <NoteList title={beginning.lost} notes={data.notes.filter(({ lost }) => lost)} />
          <NoteList title={beginning.changed} notes={data.notes.filter(({ lost }) => !lost)} />
          <Group mt="md">
            <Button onClick={() => open(data.reportId)}>{beginning.open}</Button>
          </Group>
        </Notice>
      )}
    </Stack>
  );
};
