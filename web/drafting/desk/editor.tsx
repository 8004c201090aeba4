// What does a drafter work with? What is being written, whether it is safe, what the check says, how it will look,
// and the button that submits it.
import { SegmentedControl, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { OrganizationView, ReportView } from '../../../functions/contracts/views.ts';
import type { Path } from '../../../functions/domain/content/finding.ts';
import { recipientNames } from '../../../functions/domain/directory/recipient-name.ts';
import { listOrganizations, listPeople, readMe } from '../../api/drafting.ts';
import { Screen } from '../../parts/screen.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { Tone } from '../../parts/tone.ts';
import { FieldProblems, fieldsOf, worded } from '../../parts/trouble/field-problems.ts';
import { problemWords, Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import { type Safety, useAutosave } from '../keeping/autosave.ts';
import { Conflict } from '../keeping/conflict.tsx';
import { Gone } from '../keeping/gone.tsx';
import type { KeptDesk } from '../keeping/kept-draft.ts';
import { Misfits } from '../keeping/misfits.tsx';
import { begin } from '../keeping/sitting.ts';
import { WordsSetAside } from '../keeping/words-set-aside.tsx';
import { Body } from '../paper/body.tsx';
import { Attachments } from '../sheet/attachments.tsx';
import { RecipientLines } from '../sheet/recipient-lines.tsx';
import sheet from '../sheet/sheet.module.css';
import { SheetHead } from '../sheet/sheet-head.tsx';
import { SignatureFields } from '../sheet/signature-fields.tsx';
import { Findings } from '../submitting/findings.tsx';
import { useFindings, useFixes } from '../submitting/found.ts';
import { placeName } from '../submitting/place-names.ts';
import { problemsIn, type RefusedSubmit } from '../submitting/places-amiss.ts';
import { SubmitDialog } from '../submitting/submit-dialog.tsx';
import { caretTeller } from './caret.ts';
import { ComeBackNotice } from './come-back-notice.tsx';
import { useDesk } from './desk.ts';
import { Discard, mayDiscard } from './discard.tsx';
import styles from './editor.module.css';
import { LivePage } from './live-page.tsx';
import { Message, MessageLine, Messages } from './messages.tsx';
import { OptionalParts } from './optional-parts.tsx';
import { ProposedCorrection } from './proposed-correction.tsx';

const SAFETY_TONES = {
  saved: 'good',
  partlySaved: 'warn',
  saving: 'quiet',
  notSaved: 'warn',
} as const satisfies Record<Safety, Tone>;

const SafetySign = memo(({ safety }: { safety: Safety }) => (
  <Tag role="status" tone={SAFETY_TONES[safety]}>
    {words.editor[safety]}
  </Tag>
));

/** On a desk the paper is always there and the other two take turns beside it; a phone shows one at a time. */
type View = 'write' | 'look' | 'check';
const ON_A_PHONE: View[] = ['write', 'look', 'check'];
const BESIDE: View[] = ['look', 'check'];

const ViewSwitch = memo(
  ({
    views,
    view,
    choose,
    found,
  }: {
    views: View[];
    view: View;
    choose: (view: View) => void;
    /** How many findings there are. */
    found: number;
  }) => {
    const { write, look, check } = words.editor;
    const labels = { write, look, check: check(found) };
    return (
      <SegmentedControl
        size="xs"
        value={view}
        onChange={choose}
        data={views.map((value) => ({ value, label: labels[value] }))}
      />
    );
  },
);

/** The field of a path into the content, or the nearest within or around it, by the names that the fields bear. */
const fieldOf = (path: Path): HTMLElement | undefined => {
  if (path.length === 0) return;
  const at = path.join('.');
  const fields = [...document.querySelectorAll<HTMLElement>('[name]')];
  return (
    fields.find((each) => `${each.getAttribute('name')}.`.startsWith(`${at}.`)) ??
    fieldOf(path.slice(0, -1))
  );
};

const goToField = (path: Path): void => {
  const field = fieldOf(path);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
};

/** One object until the directory is read: what has not changed is not drawn anew. */
const NOBODY: OrganizationView[] = [];

/** `desks` are what the browser kept of earlier sittings: the first is sat down at, the others follow. */
export const Editor = ({ report, desks }: { report: ReportView; desks: KeptDesk[] }) => {
  const kept = desks[0]?.kept ?? null;
  const [start] = useState(() => begin(report, kept));
  const { content, fields, blocks, change, write, lay } = useDesk(start.content);
  const { organization, person } = useSuspenseQuery(readMe()).data;
  const [isDiscarding, askToDiscard] = useState(false);
  const saving = useAutosave(report, person.id, desks, start.sitting, content, lay, isDiscarding);
  const known = useQuery(listOrganizations()).data ?? NOBODY;
  const names = useMemo(() => recipientNames(known, organization), [known, organization]);
  const signerId = organization.settings.chain.at(-1)?.people[0];
  const signer = useQuery(listPeople()).data?.items.find(({ id }) => id === signerId);
  const [view, setView] = useState<View>('write');
  const [jump, setJump] = useState<{ at: number } | null>(null);
  const [wanted, want] = useState<{ path: Path } | null>(null);
  // On a phone the field is there only once one writes.
  useEffect(() => {
    if (wanted) goToField(wanted.path);
  }, [wanted]);
  const [refused, setRefused] = useState<RefusedSubmit | null>(null);
  const [isUploading, setUploading] = useState(false);
  const { misfits, saved, isPresent: isSaved, error } = saving;
  const problems = useMemo(() => {
    const inTheseWords = isSaved ? problemsIn(refused, saved.revision) : [];
    return worded([...misfits, ...(error ? fieldsOf(error) : inTheseWords)], placeName);
  }, [misfits, error, refused, isSaved, saved.revision]);
  const { findings, isPresent, remarks } = useFindings(report.id, saved, isSaved, problems);
  const go = useCallback((path: Path) => {
    setView('write');
    const [part, at] = path;
    if (part === 'blocks') setJump({ at: typeof at === 'number' ? at : 0 });
    else want({ path });
  }, []);
  const fix = useFixes(findings, isPresent, lay);
  const check = useCallback(() => setView('check'), []);
  const [caret] = useState(caretTeller);
  const writing = useCallback(() => setView('write'), []);
  const { editor } = words;
  return (
    <Screen title={content.subject || words.reports.noSubject} help={editor.help}>
      <Messages>
        <div className={styles.editor} data-kept>
          <div className={styles.tools}>
            <SafetySign safety={saving.safety} />
            <MessageLine show={writing} />
            <div className={styles.switch}>
              <ViewSwitch views={ON_A_PHONE} view={view} choose={setView} found={findings.length} />
            </div>
            {mayDiscard(report, person.id) && (
              <Discard
                report={report}
                personId={person.id}
                revision={saving.saved.revision}
                isSaving={saving.isSaving}
                isAsking={isDiscarding}
                ask={askToDiscard}
              />
            )}
            <SubmitDialog
              report={report}
              revision={saving.saved.revision}
              isSaved={saving.safety === 'saved'}
              isUploading={isUploading}
              onRefused={setRefused}
              look={check}
              go={go}
            />
          </div>
          <ComeBackNotice report={report} />
          <WordsSetAside
            reportId={report.id}
            present={content}
            putBack={{
              act: (chosen) => void saving.putBack(chosen),
              isPossible: saving.safety === 'saved',
            }}
          />
          <ProposedCorrection report={report} content={content} lay={lay} />
          {kept && start.content === kept.content && !saving.conflict && (
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
          {misfits.length > 0 && (
            <Message kind="misfits" text={editor.misfits.title}>
              <Misfits problems={worded(misfits, placeName)} go={go} />
            </Message>
          )}
          <FieldProblems.Provider value={problems}>
            <div className={styles.desk} data-view={view}>
              <div className={styles.writing}>
                <OptionalParts fields={fields} change={change} />
                <article className={sheet.sheet} data-by-day>
                  <SheetHead
                    fields={fields}
                    change={change}
                    abbreviation={organization.abbreviation}
                  />
                  <div className={sheet.to}>
                    <RecipientLines
                      part="addressees"
                      lines={fields.addressees}
                      organizations={known}
                      names={names}
                      archive={null}
                      change={change}
                    />
                  </div>
                  <Body
                    blocks={blocks}
                    label={editor.body}
                    change={write}
                    remarks={remarks}
                    jump={jump}
                    onCaret={caret.tell}
                  />
                  <div className={sheet.foot}>
                    <RecipientLines
                      part="recipients"
                      lines={fields.recipients}
                      organizations={known}
                      names={names}
                      archive={fields.archive}
                      change={change}
                    />
                    <SignatureFields
                      signature={fields.signature}
                      signer={signer?.signatureBlock ?? null}
                      change={change}
                    />
                  </div>
                </article>
                <Attachments
                  reportId={report.id}
                  files={fields.attachments}
                  change={change}
                  tell={setUploading}
                />
              </div>
              <div className={styles.beside}>
                <div className={styles.tabs}>
                  <ViewSwitch
                    views={BESIDE}
                    view={view === 'check' ? 'check' : 'look'}
                    choose={setView}
                    found={findings.length}
                  />
                </div>
                <div className={styles.look}>
                  <LivePage reportId={report.id} saved={saved} caret={caret} />
                </div>
                <div className={styles.check}>
                  <Findings findings={findings} isPresent={isPresent} fix={fix} go={go} />
                </div>
              </div>
            </div>
          </FieldProblems.Provider>
        </div>
      </Messages>
    </Screen>
  );
};
