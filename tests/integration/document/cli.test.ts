// Can the parts be used at the command line, and does it say what is wrong with one line and one exit code?
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openPkcs12 } from '../../../functions/signing/pkcs12-key.ts';
import { signPdf } from '../../../functions/signing/sign/sign-pdf.ts';
import { makeTrialAuthority } from '../../../infra/local/trust-services/certificate-authority.ts';
import { printedLines } from '../../support/files/printed-lines.ts';

const CLI = fileURLToPath(new URL('../../../functions/handlers/cli.ts', import.meta.url));
const SEED = fileURLToPath(new URL('../../fixtures/seed-report.json', import.meta.url));
const CONTENT = fileURLToPath(
  new URL('../../../infra/local/people/seed-report.json', import.meta.url),
);

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const cli = (...parts: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...parts], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const written = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};

test('a report in the plain shape keeps the number and the date it holds', async () => {
  const { status } = cli('render', SEED, '--pdf', at('seed.pdf'), '--docx', at('seed.docx'));

  const lines = (await printedLines(readFileSync(at('seed.pdf')))).map(({ text }) => text);
  expect(status).toBe(0);
  expect(lines.join('\n')).toContain('118/BC-UBND');
  expect(lines.join('\n')).toContain('ngày 06 tháng 12 năm 2023');
  expect(readFileSync(at('seed.docx')).subarray(0, 2).toString()).toBe('PK');
});

test('a report in its own schema has number and date blank', async () => {
  const { status } = cli('render', CONTENT, '--pdf', at('blank.pdf'));

  const text = (await printedLines(readFileSync(at('blank.pdf'))))
    .map((line) => line.text)
    .join('\n');
  expect(status).toBe(0);
  expect(text).not.toContain('118');
});

test('the schema is JSON Schema 2020-12', () => {
  const { status, stdout } = cli('schema');

  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    properties: { blocks: { type: 'array' } },
  });
});

test('findings are lines for people, or data for machines', () => {
  const lines = cli('check', SEED);
  const data = cli('check', SEED, '--json');

  const findings = JSON.parse(data.stdout);
  expect([lines.status, data.status]).toEqual([1, 1]);
  expect([lines.stdout, data.stderr]).toEqual(['', '']);
  expect(lines.stderr.trim().split('\n')).toHaveLength(findings.length);
  expect(Object.keys(findings[0])).toEqual([
    'rule',
    'severity',
    'source',
    'path',
    'vi',
    'en',
    'fix',
  ]);
});

test('a Word file becomes a report that can be rendered again, and what is not in it is told', () => {
  cli('render', SEED, '--docx', at('word.docx'));
  const imported = cli('import', at('word.docx'), '--out', at('imported.json'));
  const rendered = cli('render', at('imported.json'), '--pdf', at('again.pdf'));

  expect(imported.status).toBe(0);
  expect(imported.stderr).toMatch(/^changed: .*“Số: 118\/BC-UBND” \[issued\]$/mu);
  expect(rendered).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(cli('import', SEED, '--out', at('none.json'))).toMatchObject({
    status: 1,
    stderr: `${SEED}: file_not_docx: is not a zip file\n`,
  });
});

test('a report may begin with a byte order mark', () => {
  const marked = written('marked.json', `\uFEFF${readFileSync(CONTENT, 'utf8')}`);

  expect(cli('render', marked, '--docx', at('marked.docx')).status).toBe(0);
});

test('whoever asks is told which commands there are', () => {
  expect(cli('--help')).toMatchObject({ status: 0, stderr: '' });
});

test('what is wrong with a report is named by its field', () => {
  const content = JSON.parse(readFileSync(CONTENT, 'utf8'));
  const wrong = written('wrong.json', JSON.stringify({ ...content, place: 7 }));

  const { status, stderr } = cli('render', wrong, '--pdf', at('wrong.pdf'));

  expect(status).toBe(1);
  expect(stderr).toContain('place');
});

test.each([
  ['no command', []],
  ['an unknown command', ['sing']],
  ['an unknown option', ['render', SEED, '--png', 'x']],
  ['no output', ['render', SEED]],
  ['a file that is not there', ['render', 'nowhere.json', '--pdf', 'x.pdf']],
  ['a folder in place of a file', ['check', folder]],
  ['an output without a folder', ['render', SEED, '--pdf', at('nowhere/x.pdf')]],
  ['an output that is a folder', ['render', SEED, '--docx', folder]],
  ['an import without an output', ['import', at('word.docx')]],
  ['too much', ['schema', 'all']],
  ['no anchor', ['verify', SEED]],
])('%s is a wrong usage', (_, parts) => {
  const { status, stderr } = cli(...parts);

  expect(status).toBe(2);
  expect(stderr).not.toContain('    at ');
});

test('a signed file is valid for those who trust its authority, invalid once it is changed', async () => {
  cli('render', SEED, '--pdf', at('plain.pdf'));
  const authority = await makeTrialAuthority();
  const { pkcs12, password } = await authority.issuePkcs12({
    commonName: 'Nguyễn Văn Minh',
    organization: 'UBND xã Sơn Trung',
  });
  const key = await openPkcs12(pkcs12, password);
  const { pdf: signed } = await signPdf({
    pdf: readFileSync(at('plain.pdf')),
    key,
    field: 'Signature1',
    name: 'Nguyễn Văn Minh',
    at: new Date(),
    newFields: [
      {
        field: 'Signature1',
        place: { page: 1, x: 340, y: 680, width: 170, height: 85 },
        label: 'Chữ ký của Nguyễn Văn Minh',
      },
    ],
  });
  writeFileSync(at('signed.pdf'), signed);
  const changed = Buffer.from(signed);
  changed[2_000] = (changed[2_000] ?? 0) ^ 1;
  writeFileSync(at('changed.pdf'), changed);
  const trust = written('ca.pem', authority.certificatePem);
  const stranger = written('stranger.pem', (await makeTrialAuthority()).certificatePem);

  const valid = cli('verify', at('signed.pdf'), '--trust', trust, '--json');

  expect(valid.status).toBe(0);
  const VALID = { verdict: 'valid' };
  expect(JSON.parse(valid.stdout)).toMatchObject({
    file: VALID,
    signatures: [
      {
        field: 'Signature1',
        kind: 'certification',
        subFilter: 'ETSI.CAdES.detached',
        signer: { commonName: expect.stringContaining('Nguyễn Văn Minh') },
        algorithm: { name: 'RSA-2048 PKCS#1 v1.5, SHA-256', weak: false },
        integrity: VALID,
        trust: VALID,
        revocation: { judgement: { verdict: 'cannotJudge', because: 'revocation_not_embedded' } },
        coversWholeFile: true,
        permission: 2,
        changes: [],
        changesAllowed: VALID,
        verdict: 'valid',
      },
    ],
    emptyFields: [],
  });
  expect(cli('verify', at('changed.pdf'), '--trust', trust).status).toBe(1);
  expect(cli('verify', at('signed.pdf'), '--trust', stranger).status).toBe(2);
  expect(cli('verify', at('plain.pdf'), '--trust', trust).status).toBe(1);
});
