// How does a reviewer or a signer propose other words? They rewrite the passages that they would change; the rest stays.
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { RunText, textOf } from '../../functions/domain/content/block.ts';
import {
  type Correction,
  type Replacement,
  rewritten,
} from '../../functions/domain/content/correction.ts';
import { LONGEST_REASON } from '../../functions/domain/content/lengths.ts';
import { type ReportContent, Subject } from '../../functions/domain/content/report-content.ts';
import { onOneLine } from '../../functions/domain/content/text.ts';
import { Dialog } from '../parts/dialog.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { textProblem } from '../parts/trouble/text-problem.ts';
import { tooLong } from '../parts/trouble/too-long.ts';
import { words } from '../words/words.ts';
import styles from './propose-correction.module.css';

const said = words.correction;

/** The subject is passage 0, the blocks follow it. */
type Passage = { place: number; name: string; text: string; isTable: boolean };

const passagesOf = ({ subject, blocks }: ReportContent): Passage[] => [
  { place: 0, name: words.changes.parts.subject, text: subject, isTable: false },
  ...blocks.map((block, at) => ({
    place: at + 1,
    name: said.passage(at + 1),
    text: textOf(block),
    isTable: block.kind === 'table',
  })),
];

export type Rewritten = Record<number, string>;

/** What is written otherwise than it stands; null when nothing is. */
export const correctionOf = (content: ReportContent, texts: Rewritten): Correction | null => {
  const replacements = passagesOf(content).flatMap(({ place, text }): Replacement[] => {
    const after = texts[place]?.trim();
    if (after === undefined || after === text) return [];
    if (place === 0) return [{ part: 'subject', before: text, after }];
    const before = content.blocks[place - 1];
    if (!before || before.kind === 'table') return [];
    return [{ part: 'blocks', before, after: { ...before, runs: rewritten(before.runs, after) } }];
  });
  return replacements.length > 0 ? replacements : null;
};

const passageProblem = ({ place, name }: Passage, written: string | undefined): string | null =>
  written === undefined ? null : textProblem(name, written, place === 0 ? Subject : RunText);

const PassageRow = ({
  passage,
  written,
  write,
}: {
  passage: Passage;
  written: string | undefined;
  write: (text: string | undefined) => void;
}) => {
  const { name, text, isTable } = passage;
  return (
    <li className={styles.passage}>
      {written === undefined ? (
        <>
          <Text size="sm" className={styles.text ?? ''}>
            {isTable ? said.table : text}
          </Text>
          {!isTable && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${said.edit}: ${name}`}
              onClick={() => write(text)}
            >
              {said.edit}
            </Button>
          )}
        </>
      ) : (
        <>
          <Textarea
            aria-label={name}
            className={styles.text ?? ''}
            value={written}
            rows={Math.min(10, 2 + Math.floor(text.length / 60))}
            onChange={(event) => write(onOneLine(event.currentTarget.value))}
            error={passageProblem(passage, written)}
          />
          <Button size="compact-sm" variant="default" onClick={() => write(undefined)}>
            {said.undo}
          </Button>
        </>
      )}
    </li>
  );
};

/** `begun`: what was written before a sign-in. */
export const ProposeCorrection = ({
  isOpen,
  close,
  content,
  begun,
  isPressed,
  error,
  onPropose,
  onSignIn,
}: {
  isOpen: boolean;
  close: () => void;
  content: ReportContent;
  begun: { reason: string; texts: Rewritten };
  isPressed: boolean;
  error: unknown;
  onPropose: (reason: string, texts: Rewritten) => void;
  onSignIn: (reason: string, texts: Rewritten) => void;
}) => {
  const [texts, setTexts] = useState<Rewritten>(begun.texts);
  const [reason, setReason] = useState(begun.reason);
  const [missing, setMissing] = useState<'reason' | 'words' | null>(null);
  const long = tooLong(words.decision.returnReason, reason, LONGEST_REASON);
  const write = (place: number, text: string | undefined) =>
    setTexts(({ [place]: _, ...others }) =>
      text === undefined ? others : { ...others, [place]: text },
    );
  return (
    <Dialog isOpen={isOpen} close={close} title={said.press} size="xl">
      <PlainForm
        onSend={() => {
          const lacks =
            correctionOf(content, texts) === null ? 'words' : reason.trim() ? null : 'reason';
          setMissing(lacks);
          const fits = passagesOf(content).every(
            (passage) => passageProblem(passage, texts[passage.place]) === null,
          );
          if (lacks === null && fits && long === null) onPropose(reason, texts);
        }}
      >
        <Text size="sm">{said.help}</Text>
        <ol className={styles.passages}>
          {passagesOf(content).map((passage) => (
            <PassageRow
              key={passage.place}
              passage={passage}
              written={texts[passage.place]}
              write={(text) => write(passage.place, text)}
            />
          ))}
        </ol>
        <div className={styles.foot}>
          {missing === 'words' && (
            <Text size="sm" role="alert">
              {said.nothing}
            </Text>
          )}
          <Textarea
            label={words.decision.returnReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={long ?? (missing === 'reason' && words.problems.reason_missing)}
            required
            withAsterisk={false}
            rows={2}
          />
          {error !== null && error !== undefined && (
            <Trouble error={error} of="decide" onSignIn={() => onSignIn(reason, texts)} />
          )}
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={close}>
              {words.app.cancel}
            </Button>
            <Button type="submit" loading={isPressed}>
              {said.press}
            </Button>
          </Group>
        </div>
      </PlainForm>
    </Dialog>
  );
};
