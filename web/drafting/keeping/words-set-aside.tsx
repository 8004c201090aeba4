// Which words were not chosen when two had written to this report? Each version can be read, copied from and, on the desk, used again.
import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WordsSetAsideRowView } from '../../../functions/contracts/views.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { listWordsSetAside, readWordsSetAside } from '../../api/drafting.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { momentOf } from '../../parts/time.ts';
import { Loaded } from '../../parts/trouble/loaded.tsx';
import { words } from '../../words/words.ts';
import { Message } from '../desk/messages.tsx';
import { BothVersions } from './both-versions.tsx';
import { WholeText } from './whole-text.tsx';
import styles from './words-set-aside.module.css';

const said = words.editor.setAside;

/** How a version is used again, on a desk. */
type PutBack = {
  act: (content: ReportContent) => void;
  /** Is all that lies there saved, so that it can be set aside in its turn? */
  isPossible: boolean;
};

const Version = ({
  reportId,
  row: { hash, writtenBy, writtenAt },
  present,
  putBack,
}: {
  reportId: string;
  row: WordsSetAsideRowView;
  present: ReportContent;
  putBack: PutBack | null;
}) => {
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery({ ...readWordsSetAside(reportId, hash), enabled: isOpen });
  return (
    <details
      className={styles.version}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{said.version(writtenBy.name, momentOf(writtenAt))}</summary>
      {isOpen && (
        <Loaded asked={asked}>
          {({ content }) => (
            <>
              <BothVersions
                one={{ title: said.presentTitle, content: present }}
                other={{ title: said.thisTitle, content }}
              />
              <WholeText content={content} label={said.whole} />
              {putBack && (
                <Group gap="sm" my="xs">
                  <Button
                    size="xs"
                    disabled={!putBack.isPossible}
                    onClick={() => putBack.act(content)}
                  >
                    {said.putBack}
                  </Button>
                  <Text size="sm">{putBack.isPossible ? said.putBackHelp : said.notSaved}</Text>
                </Group>
              )}
            </>
          )}
        </Loaded>
      )}
    </details>
  );
};

export const WordsSetAside = ({
  reportId,
  present,
  putBack = null,
}: {
  reportId: string;
  present: ReportContent;
  putBack?: PutBack | null;
}) => {
  const [isOpen, setOpen] = useState(false);
  const asked = useInfiniteQuery(listWordsSetAside(reportId));
  const rows = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0) return null;
  return (
    <Message kind="setAside" text={said.count(rows.length)}>
      <Group gap="sm" mb="sm">
        <Text size="sm">{said.count(rows.length)}</Text>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {said.look}
        </Button>
        <Dialog isOpen={isOpen} close={() => setOpen(false)} title={said.title} size="xl">
          <Text size="sm" mb="sm">
            {said.help}
          </Text>
          {rows.map((row) => (
            <Version
              key={row.hash}
              reportId={reportId}
              row={row}
              present={present}
              putBack={
                putBack && {
                  ...putBack,
                  act: (content) => {
                    setOpen(false);
                    putBack.act(content);
                  },
                }
              }
            />
          ))}
          {asked.hasNextPage && (
            <Button
              size="xs"
              variant="default"
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {words.app.more}
            </Button>
          )}
        </Dialog>
      </Group>
    </Message>
  );
};
