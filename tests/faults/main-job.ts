// What is the main job? A report with an attachment is returned once, corrected, agreed to, signed, issued and delivered to
// three offices, of which one receives it. Everybody looks where it stands and does what is theirs to do, whatever failed before.
import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryView, FileLinkView, ReportView } from '../../functions/contracts/views.ts';
import { sha256 } from '../../functions/domain/canonical-hash.ts';
import type { Attachment } from '../../functions/domain/content/attachment.ts';
import type { Finding } from '../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import type { ReportId, SubmissionId } from '../../functions/domain/ids.ts';
import type { Submission } from '../../functions/domain/workflow/submission.ts';
import { aPersonId } from '../support/builders.ts';
import type { LocalStack } from '../support/local-stack.ts';
import { onePage } from '../support/seed-report.ts';
import type { BehindTheDesks } from '../workflow/behind-the-desks.ts';
import { type PatientPeople, patientPeople } from './patient-people.ts';

export const DRAFTER = aPersonId('tran-thi-thu-ha');
const DEPUTY = 'le-quoc-hung';
const CHAIRMAN = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';
const OFFICER = 'vo-thi-hong-nhung';
export const COMMUNE = 'org_son-trung';
export const OFFICE = 'org_phong-noi-vu';

/** The states of the workflow try again for some seconds; after as long as this the sweep has come by, too. */
const QUIET_MS = 3_000;
/** Seven tries of a state are over by then. */
const PATIENCE_MS = 120_000;
/** Each look is five calls of the database, which the workflow waits for as well. */
const LOOK_AGAIN_MS = 100;

const PAGE = { limit: 100, cursor: null };

type Desk = { stack: LocalStack; behind: BehindTheDesks; people: PatientPeople };

const corrected = (content: ReportContent): ReportContent => ({
  ...content,
  subject: `${onePage().subject} (đã bổ sung)`,
});

/** The newest of the drafter's reports: where somebody looks who was told that their press had failed. */
const newestReport = async ({ people }: Desk): Promise<ReportId | undefined> =>
  (await people.read<{ items: { id: ReportId }[] }>(DRAFTER, '/api/reports'))?.items[0]?.id;

const draftIt = async (desk: Desk): Promise<ReportId> => {
  const content = onePage();
  const drafted = await desk.people.press<ReportView>(DRAFTER, '/api/reports', { content });
  const id = drafted?.id ?? (await newestReport(desk));
  if (id === undefined) throw new Error('there is no draft');
  return id;
};

const present = async ({ people }: Desk, id: string): Promise<ReportView> => {
  const report = await people.read<ReportView>(DRAFTER, `/api/reports/${id}`);
  if (report === null) throw new Error(`${id} is not shown`);
  return report;
};

/** Until it says so: whoever is told of a conflict looks what there is, and saves their words over it. */
const saveIt = async (
  desk: Desk,
  id: string,
  wanted: (content: ReportContent) => ReportContent,
) => {
  for (;;) {
    const { content, revision } = await present(desk, id);
    const saved = await desk.people.save(
      DRAFTER,
      `/api/reports/${id}`,
      { content: wanted(content) },
      revision,
    );
    if (saved !== null) return;
  }
};

const attachTo = async (desk: Desk, id: string): Promise<void> => {
  const bytes = new TextEncoder().encode('%PDF-1.7\n% Phụ lục kèm theo báo cáo\n%%EOF\n');
  const file: Attachment = { name: 'phu-luc.pdf', bytes: bytes.length, sha256: sha256(bytes) };
  type Form = { upload: { url: string; fields: Record<string, string> } };
  const given = await desk.people.press<Form>(DRAFTER, `/api/reports/${id}/attachments`, file);
  if (given === null) throw new Error('no form for the attachment');
  await desk.people.transfer('the attachment', () => {
    const form = new FormData();
    for (const [field, value] of Object.entries(given.upload.fields)) form.append(field, value);
    form.append('file', new Blob([bytes]), file.name);
    return fetch(given.upload.url, { method: 'POST', body: form });
  });
  await saveIt(desk, id, (content) => ({ ...content, attachments: [file] }));
};

const submitIt = async (desk: Desk, id: string): Promise<void> => {
  const { revision, status } = await present(desk, id);
  if (status !== 'draft') return;
  const path = `/api/reports/${id}`;
  const shown = await desk.people.read<{ findings: Finding[] }>(DRAFTER, `${path}/findings`);
  const passedOver = shown?.findings.map(({ rule }) => rule) ?? [];
  await desk.people.press(
    DRAFTER,
    `${path}/submissions`,
    { passedOver },
    { 'if-match': `"${revision}"` },
  );
};

const decideIt = async (
  { people }: Desk,
  person: string,
  { id }: Submission,
  kind: 'agree' | 'sign' | 'return',
): Promise<void> => {
  await people.read(person, '/api/waiting?limit=100');
  type Shown = { submission: { contentHash: string; pageHash: string | null } };
  const shown = await people.read<Shown>(person, `/api/submissions/${id}`);
  if (shown === null) return;
  const { contentHash, pageHash } = shown.submission;
  await people.press(person, `/api/submissions/${id}/decisions`, {
    ...{ kind, contentHash },
    ...(pageHash !== null && { pageHash }),
    ...(kind === 'return' && { reason: 'Bổ sung số liệu quý IV.' }),
  });
};

/** What there is to do for somebody about this submission, now; null when nobody has anything to do. */
const nextPress = async (
  desk: Desk,
  submission: Submission,
): Promise<(() => Promise<unknown>) | null> => {
  const { behind, people } = desk;
  if ('stuck' in submission && submission.stuck !== null) {
    return () => people.press(CLERK, `/api/registry/${submission.id}/resumption`);
  }
  if (submission.status !== 'inReview') return null;
  // Nobody looks every second: they come when they have been told, and whoever has decided is told no more.
  const waiting = await behind.records.tokens.read(submission.id, {
    kind: 'round',
    round: submission.round,
  });
  if (!waiting?.told) return null;
  const asked = await behind.records.submissions.askedIn(submission.id);
  const isAsked = (person: string) =>
    asked.some((one) => 'person' in one.asked && one.asked.person === person);
  if (isAsked(DEPUTY)) {
    const kind = submission.version === 1 ? 'return' : 'agree';
    return () => decideIt(desk, DEPUTY, submission, kind);
  }
  return isAsked(CHAIRMAN) ? () => decideIt(desk, CHAIRMAN, submission, 'sign') : null;
};

const nobodyRuns = ({ stack }: Desk): boolean =>
  stack.machine.list().every(({ status }) => status !== 'RUNNING');

/** Nobody has anything to do, so time passes, and what is owed is found. */
const sweepUp = async ({ stack, behind }: Desk, submissionId: SubmissionId | undefined) => {
  if (submissionId !== undefined) await behind.letTimePass(submissionId);
  await stack.runSweep();
};

const bringToItsEnd = async (desk: Desk, id: ReportId): Promise<void> => {
  const { behind } = desk;
  const deadline = Date.now() + PATIENCE_MS;
  let quietSince = Date.now();
  let isCorrected = false;
  while (Date.now() < deadline) {
    const report = await behind.records.reports.read(id);
    const [latest] = (await behind.records.submissions.versionsOf(id, PAGE)).items;
    const submission = latest === undefined ? null : await behind.submission(latest.id);
    if (report?.status === 'issued' && submission?.owedSince === null && nobodyRuns(desk)) return;
    const press = await (async () => {
      if (report?.status !== 'draft') return submission && nextPress(desk, submission);
      return async () => {
        if (submission !== null && !isCorrected) {
          await saveIt(desk, id, corrected);
          isCorrected = true;
        }
        await submitIt(desk, id);
      };
    })();
    if (press) await press();
    else if (Date.now() - quietSince > QUIET_MS) await sweepUp(desk, submission?.id);
    else {
      await pause(LOOK_AGAIN_MS);
      continue;
    }
    quietSince = Date.now();
  }
  throw new Error('the report did not come to its end');
};

const receiveIt = async ({ people }: Desk, id: string): Promise<void> => {
  const inbox = await people.read<{ items: DeliveryView[] }>(OFFICER, '/api/deliveries');
  const arrived = inbox?.items.find(({ reportId }) => reportId === id);
  if (arrived === undefined) throw new Error('nothing arrived');
  await people.read(OFFICER, `/api/deliveries/${arrived.id}`);
  const link = await people.read<FileLinkView>(OFFICER, `/api/issued/${id}/pdf`);
  await people.transfer('the signed file', () => fetch(link?.url ?? ''));
  await people.press(OFFICER, `/api/deliveries/${arrived.id}/receipt`);
};

const lookBack = async ({ people }: Desk, id: string): Promise<void> => {
  await people.read(DRAFTER, `/api/reports/${id}/history?limit=100`);
  const year = new Date().getFullYear();
  await people.read(CLERK, `/api/registers/outgoing?year=${year}`);
};

/** Gives the report, and what anybody was refused on its way. Throws when it does not come to its end. */
export const doTheMainJob = async (stack: LocalStack, behind: BehindTheDesks) => {
  const people = patientPeople(stack);
  const desk: Desk = { stack, behind, people };
  const reportId = await draftIt(desk);
  await attachTo(desk, reportId);
  await submitIt(desk, reportId);
  await bringToItsEnd(desk, reportId);
  await receiveIt(desk, reportId);
  await lookBack(desk, reportId);
  return { reportId, refused: people.refused };
};
