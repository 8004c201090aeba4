// Does a drafter's Word file become their report, over HTTP, from the upload to the file kept as it came?
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportView } from '../../../functions/contracts/views.ts';
import { renderDocx } from '../../../functions/document/render-docx.ts';
import { LARGEST_FILE } from '../../../functions/domain/file-kind.ts';
import { expectOk } from '../../../infra/local/people/office.ts';
import type { Visitor } from '../../../infra/local/people/visitor.ts';
import { p, wordFile } from '../../support/files/word-file.ts';
import { borrowStack, type LocalStack } from '../../support/local-stack.ts';
import { seedReport } from '../../support/seed-report.ts';

type Started = { reportId: string; upload: { url: string; fields: Record<string, string> } };
type Imported = { reportId: string; notes: { code: string; text: string }[] };
type Kept = { original: { url: string }; notes: { code: string }[] };

describe('a Word file', () => {
  let stack: LocalStack;
  let drafter: Visitor;

  beforeAll(async () => {
    stack = await borrowStack();
    drafter = await stack.desks.as('tran-thi-thu-ha');
  }, 400_000);

  const upload = async (file: Uint8Array, { fields, url }: Started['upload']) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(file)]));
    return fetch(url, { method: 'POST', body: form });
  };
  const uploaded = async (file: Uint8Array): Promise<string> => {
    const { reportId, upload: form } = expectOk(await drafter.post<Started>('/api/imports'));
    expect((await upload(file, form)).status).toBe(204);
    return reportId;
  };

  it('becomes a draft with all its words, and is kept as it came', async () => {
    const file = await renderDocx(seedReport, { number: 7, date: '2026-01-05' });
    const reportId = await uploaded(file);

    const made = expectOk(await drafter.post<Imported>(`/api/imports/${reportId}`));
    const report = expectOk(await drafter.get<ReportView>(`/api/reports/${reportId}`));
    const kept = expectOk(await drafter.get<Kept>(`/api/reports/${reportId}/import`));
    const original = await (await fetch(kept.original.url)).arrayBuffer();

    const notes = [
      { code: 'recipient', text: 'Phòng nội vụ huyện Hương Sơn' },
      { code: 'recipient', text: 'Phòng Văn hóa – Thông tin huyện Hương Sơn' },
      { code: 'issued' },
      { code: 'issued' },
    ];
    const { subject, blocks, addressees } = seedReport;
    expect(made).toMatchObject({ reportId, notes });
    expect(report).toMatchObject({ status: 'draft', content: { subject, blocks, addressees } });
    expect(kept.notes).toEqual(made.notes);
    expect(Buffer.from(original).equals(Buffer.from(file))).toBe(true);
  });

  it('that is imported twice is one report', async () => {
    const reportId = await uploaded(wordFile(p('Một đoạn.')));
    await drafter.post<Imported>(`/api/imports/${reportId}`);
    const again = expectOk(await drafter.post<Imported>(`/api/imports/${reportId}`));
    const report = expectOk(await drafter.get<ReportView>(`/api/reports/${reportId}`));

    expect(again.reportId).toBe(reportId);
    expect(report.revision).toBe(1);
  });

  it('that cannot be read is refused with the reason, and leaves no report', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const reportId = await uploaded(old);

    expect(await drafter.post(`/api/imports/${reportId}`)).toMatchObject({
      status: 422,
      body: { code: 'file_old_format' },
    });
    expect((await drafter.get(`/api/reports/${reportId}`)).status).toBe(404);
  });

  it('that is too large is refused where it is uploaded', async () => {
    const { upload: form } = expectOk(await drafter.post<Started>('/api/imports'));
    const answer = await upload(new Uint8Array(LARGEST_FILE + 1), form);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('EntityTooLarge');
  });

  it('that was never uploaded is not found', async () => {
    const { reportId } = expectOk(await drafter.post<Started>('/api/imports'));

    expect(await drafter.post(`/api/imports/${reportId}`)).toMatchObject({
      status: 404,
      body: { code: 'file_not_found' },
    });
  });
});
