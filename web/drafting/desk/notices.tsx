// What is there to say about the words on the desk before one goes on writing? Above the paper, each until it is settled.
import { Text } from '@mantine/core';
import { memo } from 'react';
import type { ReportView } from '../../../functions/contracts/views.ts';
import type { Path } from '../../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { worded } from '../../parts/trouble/field-problems.ts';
import { problemWords, Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import type { useAutosave } from '../keeping/autosave.ts';
import { Conflict } from '../keeping/conflict.tsx';
import { Gone } from '../keeping/gone.tsx';
import { Misfits } from '../keeping/misfits.tsx';
import { WordsSetAside } from '../keeping/words-set-aside.tsx';
import { placeName } from '../submitting/place-names.ts';
import { ComeBackNotice } from './come-back-notice.tsx';
import { Message } from './messages.tsx';
import { ProposedCorrection } from './proposed-correction.tsx';

const editor = words.editor;

export const Notices = ({
  report,
  content,
  saving,
  isRestored,
  lay,
  go,
}: {
  report: ReportView;
  content: ReportContent;
  saving: ReturnType<typeof useAutosave>;
  /** The words on the desk are those that this browser had kept. */
  isRestored: boolean;
  lay: (content: ReportContent) => void;
  go: (path: Path) => void;
}) => (
  <>
    <ComeBack report={report} />
    <WordsSetAside
      reportId={report.id}
      present={content}
      putBack={{
        act: (chosen) => void saving.putBack(chosen),
        isPossible: saving.safety === 'saved',
      }}
    />
    <ProposedCorrection report={report} content={content} lay={lay} />
    {isRestored && !saving.conflict && (
      <Message kind="restored" text={editor.restored}>
        <Text size="sm">{editor.restored}</Text>
      </Message>
    )}
    {saving.gone && (
      <Message kind="gone" text={editor.gone.title}>
        <Gone place={saving.gone} content={content} />
      </Message>
    )}
    {saving.conflict ? (
      <Message kind="conflict" text={editor.conflict.title}>
        <Conflict
          mine={content}
          theirs={saving.conflict}
          keepMine={() => void saving.keepMine()}
          takeTheirs={() => void saving.takeTheirs()}
          isPressed={saving.isSaving}
          error={saving.error}
        />
      </Message>
    ) : (
      saving.error !== null &&
      saving.gone === null && (
        <Message kind="trouble" text={problemWords(saving.error)}>
          <Trouble error={saving.error} />
        </Message>
      )
    )}
    {saving.misfits.length > 0 && (
      <Message kind="misfits" text={editor.misfits.title}>
        <Misfits problems={worded(saving.misfits, placeName)} go={go} />
      </Message>
    )}
  </>
);

const ComeBack = memo(ComeBackNotice);
