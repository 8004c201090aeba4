// Is this file one that was issued here? Anyone may ask; the file itself stays on the person's machine.
import { Alert, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import type { FileView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issue.ts';
import { knownFile, sha256Of } from '../api/queries.ts';
import { Facts, Hash } from '../pieces/facts.tsx';
import { Answer, Loading, Trouble } from '../pieces/outcome.tsx';
import { Screen } from '../pieces/screen.tsx';
import { writtenDay } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import styles from './check-file.module.css';

const { verification } = words;

const Verdict = ({ file, name }: { file: FileView; name: string }) => {
  if (!file.known)
    return (
      <Alert color="red" role="status" title={name}>
        <Text mb="sm">{verification.unknown}</Text>
        <Facts facts={{ [verification.hash]: <Hash value={file.sha256} /> }} />
      </Alert>
    );
  const say = file.role === 'pdf' ? verification.known : verification.knownDocx;
  return (
    <Alert color={file.role === 'pdf' ? 'green' : 'yellow'} role="status" title={name}>
      <Text mb="sm">{say(file.organizationName)}</Text>
      <Facts
        facts={{
          [verification.number]: printedNumber(file.number, file.symbol),
          [verification.date]: writtenDay(file.date),
          [verification.hash]: <Hash value={file.sha256} />,
        }}
      />
    </Alert>
  );
};

const Found = ({ sha256, name }: { sha256: string; name: string }) => (
  <Answer asked={useQuery(knownFile(sha256))}>
    {(file) => <Verdict file={file} name={name} />}
  </Answer>
);

export const CheckFile = () => {
  const [isOver, setOver] = useState(false);
  const hash = useMutation({
    mutationFn: async (file: File) => ({
      name: file.name,
      sha256: await sha256Of(await file.arrayBuffer()),
    }),
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) hash.mutate(file);
  };
  const over = (isIt: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isIt);
  };
  return (
    <Screen title={verification.title} help={verification.help}>
      <Stack maw={640}>
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
              accept=".pdf,.docx"
              onChange={(event) => take(event.currentTarget.files)}
            />
          </label>
          <Text size="sm">{verification.drop}</Text>
        </div>
        {hash.isPending && <Loading />}
        {hash.error && <Trouble error={hash.error} />}
        {hash.data && <Found {...hash.data} />}
      </Stack>
    </Screen>
  );
};
