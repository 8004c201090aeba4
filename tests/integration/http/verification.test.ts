// May anyone have a signed PDF checked, over HTTP and without signing in, from the upload to the judgement?
import { beforeAll, describe, expect, it } from 'vitest';
import type { VerificationView } from '../../../functions/contracts/verification-view.ts';
import type { FileLinkView, FileView } from '../../../functions/contracts/views.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { LARGEST_FILE } from '../../../functions/domain/file-kind.ts';
import { expectOk, type Office } from '../../../infra/local/people/office.ts';
import { visitorWith } from '../../../infra/local/people/visitor.ts';
import { borrowStack, type LocalStack } from '../../support/local-stack.ts';

type Started = { uploadId: string; upload: { url: string; fields: Record<string, string> } };

const OFFICER = 'vo-thi-hong-nhung';

describe('the signatures of an issued document', () => {
  let stack: LocalStack;
  let office: Office;
  let pdf: Uint8Array;
  let docx: Uint8Array;
  let submissionId: string;
  let deliveryId: string;

  beforeAll(async () => {
    stack = await borrowStack();
    office = stack.desks;
    const draft = await office.draft();
    submissionId = await office.submit(draft);
    await office.decide('le-quoc-hung', submissionId, 'agree');
    await office.decide('nguyen-van-minh', submissionId, 'sign');
    ({ id: deliveryId } = await office.delivered(OFFICER, draft.id));
    ({ bytes: pdf } = await office.download(OFFICER, draft.id, 'pdf'));
    ({ bytes: docx } = await office.download(OFFICER, draft.id, 'docx'));
  }, 400_000);

  const stranger = () => visitorWith(stack.url, null);
  const start = async () =>
    expectOk(await stranger().post<Started>('/api/verification/uploads', undefined));
  const upload = (file: Uint8Array, { fields, url }: Started['upload']) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(file)]));
    return fetch(url, { method: 'POST', body: form });
  };
  const judged = async (file: Uint8Array) => {
    const { uploadId, upload: form } = await start();
    expect((await upload(file, form)).status).toBe(204);
    return stranger().get<VerificationView>(`/api/verification/uploads/${uploadId}`);
  };

  it('are told to anyone: who, for whom, when, by whose word, and that this is the issued file', async () => {
    const { issued, file, signatures } = expectOk(await judged(pdf));

    expect(file).toEqual({ verdict: 'valid' });
    expect(issued).toMatchObject({
      known: true,
      number: 118,
      symbol: 'BC-UBND',
      organizationName: 'UBND xã Sơn Trung',
    });
    expect(signatures).toMatchObject([
      {
        kind: 'certification',
        verdict: 'valid',
        signer: { organization: 'UBND xã Sơn Trung', issuer: expect.stringContaining('CA') },
        timestamp: { trust: { verdict: 'valid' } },
        changesAllowed: { verdict: 'valid' },
      },
      { kind: 'signature', verdict: 'valid', coversWholeFile: true },
    ]);
  });

  it('are told again to whoever asks again', async () => {
    const { uploadId, upload: form } = await start();
    await upload(pdf, form);
    const path = `/api/verification/uploads/${uploadId}`;

    expect(await stranger().get(path)).toEqual(await stranger().get(path));
  });

  it('lack the seal in what a clerk prints to stamp it, which is not the issued file', async () => {
    const clerk = await office.as('phan-thi-ngoc-lan');
    const link = expectOk(await clerk.get<FileLinkView>(`/api/registry/${submissionId}/signed`));
    const printed = new Uint8Array(await (await fetch(link.url)).arrayBuffer());
    const { issued, file, signatures } = expectOk(await judged(printed));

    expect(link.fileName).toBe('118-BC-UBND (bản in để đóng dấu).pdf');
    expect(sha256(printed)).toBe(link.sha256);
    expect(Buffer.from(pdf.subarray(0, printed.length)).equals(Buffer.from(printed))).toBe(true);
    expect(signatures.map(({ verdict }) => verdict)).toEqual(['valid']);
    expect(file).toEqual({ verdict: 'invalid', because: 'seal_missing' });
    expect(issued.known).toBe(false);
  });

  it('are invalid in a file that was changed, which is not the issued one', async () => {
    const changed = Uint8Array.from(pdf);
    changed[5_000] = (changed[5_000] ?? 0) ^ 1;
    const { issued, file } = expectOk(await judged(changed));

    expect(file.verdict).toBe('invalid');
    expect(issued.known).toBe(false);
  });

  it('are told to the officer it was delivered to, before it is received', async () => {
    const officer = await office.as(OFFICER);
    const path = `/api/deliveries/${deliveryId}/verification`;
    const { issued, file, signatures } = expectOk(await officer.get<VerificationView>(path));

    expect(file).toEqual({ verdict: 'valid' });
    expect(issued).toMatchObject({ known: true, number: 118 });
    expect(signatures).toHaveLength(2);
  });

  it('are not asked for in a Word file: it is known by its bytes alone', async () => {
    const path = `/api/verification/files/${sha256(docx)}`;

    expect(expectOk(await stranger().get<FileView>(path))).toMatchObject({
      known: true,
      role: 'docx',
    });
    expect(await judged(docx)).toMatchObject({ status: 422, body: { code: 'file_not_pdf' } });
  });

  it('cannot be judged where only the first bytes are those of a PDF', async () => {
    const { file } = expectOk(await judged(new TextEncoder().encode('%PDF-1.7 và rác')));

    expect(file).toEqual({ verdict: 'cannotJudge', because: 'file_unreadable' });
  });

  it('are refused for a file that is too large, where it is uploaded', async () => {
    const { upload: form } = await start();
    const answer = await upload(new Uint8Array(LARGEST_FILE + 1), form);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('EntityTooLarge');
  });

  it('are not found before anything was uploaded', async () => {
    const { uploadId } = await start();

    expect(await stranger().get(`/api/verification/uploads/${uploadId}`)).toMatchObject({
      status: 404,
      body: { code: 'file_not_found' },
    });
  });

  it('are not shown with the file: what was uploaded cannot be fetched back', async () => {
    const { uploadId, upload: form } = await start();
    await upload(pdf, form);

    expect((await fetch(`${form.url}/${form.fields.key}`)).status).toBe(403);
    expect(form.fields.key).toContain(uploadId);
  });
});
