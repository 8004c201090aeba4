// What does a drafter work with? The paper in the middle, its headings on the left, what the check says and how it will be printed
// on the right, and above them one line: whether it is safe, and the press that submits it.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OrganizationView, ReportView } from '../../../functions/contracts/views.ts';
import type { Path } from '../../../functions/domain/content/finding.ts';
import { recipientNames } from '../../../functions/domain/directory/recipient-name.ts';
import { listOrganizations, listPeople, previewReport, readMe } from '../../api/drafting.ts';
import { History } from '../../following/history.tsx';
import { barHeight } from '../../parts/bar-height.ts';
import { IconPress } from '../../parts/icon-press.tsx';
import { ListIcon } from '../../parts/icons.tsx';
import { Screen } from '../../parts/screen.tsx';
import { FieldProblems, fieldsOf, worded } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import { useAutosave } from '../keeping/autosave.ts';
import type { KeptDesk } from '../keeping/kept-draft.ts';
import { begin } from '../keeping/sitting.ts';
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
import { useDesk } from './desk.ts';
import { Discard, mayDiscard } from './discard.tsx';
import styles from './editor.module.css';
import { goToField, isPaperSeen } from './go-there.ts';
import { LivePage } from './live-page.tsx';
import { MessageLine, Messages } from './messages.tsx';
import { Notices } from './notices.tsx';
import { OptionalParts } from './optional-parts.tsx';
import { Outline } from './outline.tsx';
import { useOutline } from './outline-kept.ts';
import { usePageEnds } from './page-ends-now.ts';
import { StatusLine } from './status-line.tsx';
import { BESIDE, BESIDE_ALL, ON_A_PHONE, type View, ViewSwitch } from './views.tsx';
import { wordsIn } from './words-in.ts';

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
  const { isError: isUnprinted } = useQuery({
    ...previewReport(report.id, { revision: saved.revision }),
    notifyOnChangeProps: ['isError'],
  });
  const paged = usePageEnds(saved, isSaved);
  const found = useFindings(report.id, saved, isSaved, problems);
  const findings = useMemo(
    () => (paged.finding ? [...found.findings, paged.finding] : found.findings),
    [found.findings, paged.finding],
  );
  const outline = useOutline();
  const { leave } = outline;
  const go = useCallback(
    (path: Path) => {
      leave();
      if (!isPaperSeen()) setView('write');
      const [part, at] = path;
      if (part === 'blocks') setJump({ at: typeof at === 'number' ? at : 0 });
      else want({ path });
    },
    [leave],
  );
  const fix = useFixes(found.findings, found.isPresent, lay);
  const check = useCallback(() => setView('check'), []);
  const look = useCallback(() => setView('look'), []);
  const [caret] = useState(caretTeller);
  // What follows the caret has been out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again whenever another view is chosen.
  useEffect(() => {
    const now = caret.now();
    if (now) caret.tell(now);
  }, [caret, view]);
  const writing = useCallback(() => setView('write'), []);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const count = useMemo(() => wordsIn(saved.content.blocks), [saved.content.blocks]);
  const editor = words.editor;
  const desk = words.desk;
  return (
    <Screen title={content.subject || words.reports.noSubject} isHeard>
      <Messages>
        <div
          className={styles.editor}
          data-kept
          data-desk
          data-outline={outline.isOpen || undefined}
        >
          <div ref={barHeight} className={styles.bar}>
            <IconPress
              ref={outline.press}
              name={outline.isOpen ? desk.outline.close : desk.outline.open}
              aria-expanded={outline.isOpen}
              onClick={() => outline.open(!outline.isOpen)}
            >
              <ListIcon />
            </IconPress>
            <StatusLine
              safety={saving.safety}
              ends={paged.ends}
              isPast={paged.isPast}
              isUnprinted={isUnprinted}
              findings={findings}
              isPresent={found.isPresent}
              count={count}
              look={look}
              check={check}
            />
            <MessageLine show={writing} />
            <div className={styles.switch}>
              <ViewSwitch views={ON_A_PHONE} view={view} choose={setView} found={findings.length} />
            </div>
            <div className={styles.submit}>
              <SubmitDialog
                report={report}
                revision={saved.revision}
                isSaved={saving.safety === 'saved'}
                isUploading={isUploading}
                deskFinds={paged.finding}
                onRefused={setRefused}
                look={check}
                go={go}
              />
            </div>
          </div>
          <FieldProblems.Provider value={problems}>
            {outline.isOpen && (
              <div className={styles.outline}>
                <Outline blocks={blocks} go={go} />
              </div>
            )}
            <div className={styles.desk} data-view={view} data-paper>
              <div className={styles.writing}>
                <div ref={setTools} className={styles.tools} />
                <div className={styles.notices}>
                  <Notices
                    report={report}
                    content={content}
                    saving={saving}
                    isRestored={kept !== null && start.content === kept.content}
                    lay={lay}
                    go={go}
                  />
                </div>
                <article className={sheet.sheet} data-by-day data-past={paged.isPast || undefined}>
                  <SheetHead
                    fields={fields}
                    change={change}
                    abbreviation={organization.abbreviation}
                  />
                  <div className={sheet.to}>
                    <RecipientLines
                      reportId={report.id}
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
                    remarks={found.remarks}
                    pageMarks={paged.marks}
                    jump={jump}
                    onCaret={caret.tell}
                    tools={tools}
                  />
                  <div
                    className={sheet.foot}
                    data-page={
                      paged.ends?.isFootAlone
                        ? desk.page(paged.ends.foot ?? 0, paged.ends.pages)
                        : undefined
                    }
                  >
                    <RecipientLines
                      reportId={report.id}
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
                <div className={styles.below}>
                  <Attachments
                    reportId={report.id}
                    files={fields.attachments}
                    change={change}
                    tell={setUploading}
                  />
                  <OptionalParts fields={fields} change={change} />
                  {mayDiscard(report, person.id) && (
                    <Discard
                      report={report}
                      personId={person.id}
                      revision={saved.revision}
                      isSaving={saving.isSaving}
                      isAsking={isDiscarding}
                      ask={askToDiscard}
                    />
                  )}
                </div>
              </div>
              <aside className={styles.rail} aria-label={desk.beside}>
                <div className={styles.beside}>
                  <div className={styles.tabs}>
                    <ViewSwitch
                      views={BESIDE}
                      view={view === 'write' ? 'check' : view}
                      choose={setView}
                      found={findings.length}
                    />
                  </div>
                  <div className={styles.wide}>
                    <ViewSwitch
                      views={BESIDE_ALL}
                      view={view === 'history' ? view : 'look'}
                      choose={setView}
                      found={findings.length}
                    />
                  </div>
                  <div className={styles.look}>
                    <LivePage reportId={report.id} saved={saved} caret={caret} read={paged.hear} />
                  </div>
                  {view === 'history' && (
                    <div className={styles.history}>
                      <History reportId={report.id} isInMotion={false} />
                    </div>
                  )}
                </div>
                <div className={styles.check}>
                  <Findings
                    findings={findings}
                    isPresent={found.isPresent}
                    caret={caret}
                    fix={fix}
                    go={go}
                  />
                </div>
              </aside>
            </div>
          </FieldProblems.Provider>
        </div>
      </Messages>
    </Screen>
  );
};
