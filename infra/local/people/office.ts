// What do people do, one press at a time? Each verb is what a person does over HTTP; the demo and the tests tell their
// stories in them.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type {
  DecisionView,
  DeliveryView,
  FileLinkView,
  ReportView,
  WaitingRow,
} from '../../../functions/contracts/views.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import type { Attachment } from '../../../functions/domain/content/attachment.ts';
import type { Finding } from '../../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { SubmissionId } from '../../../functions/domain/ids.ts';
import type { ApiResponse, Visitor } from './visitor.ts';

/** The seed report, as its drafter would type it. */
export const seedContent = (): ReportContent =>
  JSON.parse(readFileSync(new URL('./seed-report.json', import.meta.url), 'utf8')) as ReportContent;

/** A step of the workflow takes some tenths of a second; a minute means that it will not come. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 150;

type UploadForm = { url: string; fields: Record<string, string> };

/** Looks until there is something. Throws when it does not come within `PATIENCE_MS`, naming what was waited for at the end. */
export const until = async <Found>(
  what: string | (() => string),
  look: () => Promise<Found | null | undefined | false>,
): Promise<Found> => {
  for (
    const deadline = Date.now() + PATIENCE_MS;
    Date.now() < deadline;
    await pause(LOOK_AGAIN_MS)
  ) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}`);
};

/** The body of an answer that must be a success; otherwise says what was answered. */
export const expectOk = <Body>({ status, body }: ApiResponse<Body>): Body => {
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

export type Office = ReturnType<typeof openOffice>;

/** `as` gives a visitor who is signed in as that person; a draft of which nothing else is said has the words of `usual`. */
export const openOffice = (
  as: (person: string) => Promise<Visitor>,
  usual: () => ReportContent = seedContent,
) => {
  const read = async (person: string, reportId: string) =>
    expectOk(await (await as(person)).get<ReportView>(`/api/reports/${reportId}`));

  const draft = async (content: ReportContent = usual(), person = 'tran-thi-thu-ha') =>
    expectOk(await (await as(person)).post<ReportView>('/api/reports', { content }));

  /** Uploads a file and puts it on the draft's list; gives the draft as it is then. */
  const attach = async (
    { id, revision, content }: Pick<ReportView, 'id' | 'revision' | 'content'>,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    person = 'tran-thi-thu-ha',
  ): Promise<ReportView> => {
    const visitor = await as(person);
    const file: Attachment = { name, bytes: bytes.length, sha256: sha256(bytes) };
    const { upload } = expectOk(
      await visitor.post<{ upload: UploadForm }>(`/api/reports/${id}/attachments`, file),
    );
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.append(field, value);
    form.append('file', new Blob([bytes]), name);
    const { status } = await fetch(upload.url, { method: 'POST', body: form });
    if (status >= 300) throw new Error(`the store answered ${status}`);
    const attachments = [...content.attachments, file];
    expectOk(
      await visitor.put(
        `/api/reports/${id}`,
        { content: { ...content, attachments } },
        `"${revision}"`,
      ),
    );
    return read(person, id);
  };

  const submit = async (
    report: Pick<ReportView, 'id' | 'revision'>,
    person = 'tran-thi-thu-ha',
    chain?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const visitor = await as(person);
    const path = `/api/reports/${report.id}`;
    // A drafter who has read what the check says of the model document, and lets it stand.
    const { findings } = expectOk(await visitor.get<{ findings: Finding[] }>(`${path}/findings`));
    const passedOver = findings.map(({ rule }) => rule);
    const { submissionId } = expectOk(
      await visitor.post<{ submissionId: SubmissionId }>(
        `${path}/submissions`,
        chain === undefined ? { passedOver } : { chain, passedOver },
        { 'if-match': `"${report.revision}"`, ...headers },
      ),
    );
    return submissionId;
  };

  /** Waits until this person is asked, and shows what they are to decide on. */
  const asked = async (person: string, submissionId: string) => {
    const visitor = await as(person);
    await until(`${person} to be asked`, async () => {
      const { items } = expectOk(
        await visitor.get<{ items: WaitingRow[] }>('/api/waiting?limit=100'),
      );
      return items.some((row) => row.submissionId === submissionId);
    });
    return expectOk(await visitor.get<DecisionView>(`/api/submissions/${submissionId}`));
  };

  const decide = async (
    person: string,
    submissionId: string,
    kind: 'agree' | 'sign' | 'return' | 'reject',
    reason?: string,
  ) => {
    const { submission } = await asked(person, submissionId);
    const { contentHash, pageHash } = submission;
    const wish = { kind, contentHash, ...(pageHash && { pageHash }), ...(reason && { reason }) };
    return expectOk(
      await (await as(person)).post(`/api/submissions/${submissionId}/decisions`, wish),
    );
  };

  /** Waits until the clerk is asked for that. */
  const clerkAsked = async (
    submissionId: string,
    kind: 'seal' | 'stuck',
    person = 'phan-thi-ngoc-lan',
  ) => {
    const visitor = await as(person);
    return until(`the clerk to be asked (${kind})`, async () => {
      const { items } = expectOk(
        await visitor.get<{ items: WaitingRow[] }>('/api/registry?limit=100'),
      );
      return items.find((row) => row.submissionId === submissionId && row.wait.kind === kind);
    });
  };

  const clerkPresses = async (
    submissionId: string,
    press: 'seal' | 'resumption' | 'giving-up',
    reason?: string,
  ) =>
    expectOk(
      await (await as('phan-thi-ngoc-lan')).post(
        `/api/registry/${submissionId}/${press}`,
        reason === undefined ? undefined : { reason },
      ),
    );

  const untilStatus = (
    reportId: string,
    status: ReportView['status'],
    person = 'tran-thi-thu-ha',
  ) =>
    until(`the report to be ${status}`, async () => {
      const report = await read(person, reportId);
      return report.status === status && report;
    });

  const delivered = async (person: string, reportId: string) => {
    const visitor = await as(person);
    return until(`the delivery to ${person}`, async () => {
      const { items } = expectOk(
        await visitor.get<{ items: DeliveryView[] }>('/api/deliveries?limit=100'),
      );
      return items.find((delivery) => delivery.reportId === reportId);
    });
  };

  const download = async (person: string, reportId: string, format: 'pdf' | 'docx') => {
    const link = expectOk(
      await (await as(person)).get<FileLinkView>(`/api/issued/${reportId}/${format}`),
    );
    const response = await fetch(link.url);
    if (!response.ok) throw new Error(`the file answered ${response.status}`);
    return { ...link, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  const receive = async (person: string, deliveryId: string) =>
    expectOk(await (await as(person)).post<DeliveryView>(`/api/deliveries/${deliveryId}/receipt`));

  return {
    as,
    read,
    draft,
    attach,
    submit,
    asked,
    decide,
    clerkAsked,
    clerkPresses,
    untilStatus,
    delivered,
    download,
    receive,
  };
};
