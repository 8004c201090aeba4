// The drafter's desk: what he writes, whether it is safe, how it will look, and the press that sends it on its way.
import { Alert, Badge, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useReducer, useState } from 'react';
import type { ReportView } from '../../functions/contracts/views.ts';
import type { ReportContent } from '../../functions/domain/report-content.ts';
import { me, organizations, preview } from '../api/queries.ts';
import beside from '../pieces/beside.module.css';
import { Trouble } from '../pieces/outcome.tsx';
import { PdfPage } from '../pieces/pdf-page.tsx';
import { Screen } from '../pieces/screen.tsx';
import { words } from '../words/words.ts';
import { type Safety, startOf, useAutosave } from './autosave.ts';
import { BlockForm } from './block-form.tsx';
import { ComeBackNotice } from './come-back-notice.tsx';
import { edit, laidOut } from './desk.ts';
import styles from './editor.module.css';
import { FieldProblems, fieldsOf } from './field-problems.ts';
import { HeaderFields } from './header-fields.tsx';
import type { KeptDraft } from './kept-draft.ts';
import { RecipientLines } from './recipient-lines.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

const SAFETY_COLOURS = {
  saved: 'green',
  saving: 'blue',
  notSaved: 'orange',
} as const satisfies Record<Safety, string>;

const SafetySign = ({ safety }: { safety: Safety }) => (
  <Badge role="status" variant="light" radius="sm" tt="none" color={SAFETY_COLOURS[safety]}>
    {words.editor[safety]}
  </Badge>
);

/** `kept` is what the browser kept of an earlier sitting. */
export const Editor = ({ report, kept }: { report: ReportView; kept: KeptDraft | null }) => {
  const [start] = useState(() => startOf(report, kept));
  const [{ content, keys }, dispatch] = useReducer(edit, start.content, laidOut);
  const saving = useAutosave(report, content, start.conflict);
  const { organization } = useSuspenseQuery(me).data;
  const directory = useQuery(organizations);
  const [view, setView] = useState<'write' | 'look'>('write');
  const [submitError, setSubmitError] = useState<unknown>(null);
  const change = useCallback(
    (part: Partial<Omit<ReportContent, 'blocks'>>) => dispatch({ do: 'change', part }),
    [],
  );
  const { editor } = words;
  const title = content.subject || words.reports.noSubject;
  return (
    <Screen title={title} help={editor.help}>
      <div className={styles.tools}>
        <Group justify="space-between" gap="xs">
          <SafetySign safety={saving.safety} />
          <div className={styles.switch}>
            <SegmentedControl
              size="xs"
              value={view}
              onChange={setView}
              data={[
                { value: 'write' as const, label: editor.write },
                { value: 'look' as const, label: editor.look },
              ]}
            />
          </div>
          <SubmitDialog
            report={report}
            revision={saving.revision}
            isSaved={saving.safety === 'saved'}
            onRefused={setSubmitError}
          />
        </Group>
      </div>
      <ComeBackNotice report={report} />
      {kept && start.content === kept.content && !saving.conflict && (
        <Text size="sm">{editor.restored}</Text>
      )}
      {saving.conflict ? (
        <Alert color="orange" role="alert" title={editor.conflict.title} mb="md">
          <Text size="sm">{editor.conflict.text}</Text>
          <Group mt="sm">
            <Button size="xs" onClick={saving.keepMine}>
              {editor.conflict.mine}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => dispatch({ do: 'load', content: saving.takeTheirs() })}
            >
              {editor.conflict.theirs}
            </Button>
          </Group>
        </Alert>
      ) : (
        saving.error !== null && <Trouble error={saving.error} />
      )}
      <FieldProblems.Provider value={fieldsOf(saving.error ?? submitError)}>
        <div className={beside.beside}>
          <div className={styles.parts} data-hidden={view === 'look' || undefined}>
            <section aria-label={editor.header}>
              <HeaderFields
                content={content}
                change={change}
                abbreviation={organization.abbreviation}
              />
            </section>
            <section aria-label={editor.sending}>
              {(['addressees', 'recipients'] as const).map((part) => (
                <RecipientLines
                  key={part}
                  part={part}
                  lines={content[part]}
                  organizations={directory.data ?? []}
                  archive={part === 'recipients' ? content.archive : null}
                  change={change}
                />
              ))}
            </section>
            <section aria-label={editor.body}>
              <ol className={styles.blocks}>
                {content.blocks.map((block, at) => (
                  <BlockForm key={keys[at]} block={block} at={at} dispatch={dispatch} />
                ))}
              </ol>
              <Button
                size="xs"
                variant="default"
                onClick={() => dispatch({ do: 'insert', at: content.blocks.length })}
              >
                {content.blocks.length === 0 ? editor.addFirst : editor.addBlock}
              </Button>
            </section>
          </div>
          <div data-stays className={styles.look} data-hidden={view === 'write' || undefined}>
            <PdfPage pdf={preview(report.id, saving.revision)} />
          </div>
        </div>
      </FieldProblems.Provider>
    </Screen>
  );
};
