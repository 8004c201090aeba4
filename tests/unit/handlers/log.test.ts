// Would a line be found out that says what no log may hold? Asked of the judge that looks at all lines of a run, and of lines as they
// are written.
import { afterEach, expect, test, vi } from 'vitest';
import { CorrelationId } from '../../../functions/contracts/correlation.ts';
import { log, logAbout, logError } from '../../../functions/handlers/log.ts';
import { hearLog } from '../../support/heard-log.ts';
import { faultsIn } from '../../support/run/judged-logs.ts';

afterEach(() => vi.restoreAllMocks());

const ABOUT = {
  function: 'drafting',
  correlationId: CorrelationId.parse('4bf92f3577b34da6a3ce929d0e0e4736'),
  requestId: '6a1d3f0c-2f5e-4a53-9d0e-4f7c1a520b11',
  route: 'GET /api/reports/{reportId}',
  state: 'Prepare the submission',
  submissionId: 'sbm_one',
  reportId: 'rpt_one',
  deliveryId: 'dlv_one-son-trung',
} as const;

const heard = (write: () => void): string[] => {
  const lines = hearLog();
  logAbout(ABOUT, write);
  return lines.map((line) => JSON.stringify(line));
};

test('every field that a line may have passes, so that none is unknown to the judge', () => {
  const lines = heard(() => {
    log('info', 'done', {
      code: 'key_missing',
      status: 200,
      ms: 12,
      error: 'DynamoDB did not answer',
      problems: 'content.blocks.0 invalid_type',
      key: 'SUBMISSION#sbm_one',
      turn: 2,
      messageId: '0102018-a1b2',
    });
    logError('failed', new Error('Trần Thị Thu Hà'));
  });

  expect(lines.map(faultsIn)).toEqual([[], []]);
});

test.each([
  ['a word that somebody typed, or a name', 'Báo cáo kết quả'],
  ['a name without its marks', 'tran-thi-thu-ha'],
  ['a name without its marks', 'H99.10.01'],
  ['an address of mail', 'somebody@example.com'],
  ['the name of a file', 'so-lieu-quy-4.docx'],
  ['a token of the sign-in', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0'],
  ['a token of the sign-in', 'Bearer abc'],
  ['a signed link or form', 'https://files.test/a?X-Amz-Expires=60'],
  ['a key or a certificate', '-----BEGIN PRIVATE KEY-----'],
  ['a key or a certificate', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'],
  ['a cookie', 'set-cookie'],
  ['a secret, or a token of the machine', 'AQC8'.repeat(20)],
  ['an address of the network', 'ECONNREFUSED 10.1.2.3'],
  ['a browser', 'Mozilla/5.0'],
])('%s is found, whatever field it stands in: %s', (what, said) => {
  const [line = ''] = heard(() => log('warn', 'must wait', { error: said }));

  expect(faultsIn(line)).toContain(what);
});

test('a field that no line has is found, though what it says looks harmless, and so is what is no line at all', () => {
  const [line = ''] = heard(() => log('info', 'done'));
  const more = JSON.stringify({ ...JSON.parse(line), title: 'plan' });

  expect(faultsIn(more)).toEqual([expect.stringContaining('no line of the log')]);
  expect(faultsIn('seen by hand')).toEqual([expect.stringContaining('no line of the log')]);
});

test("a field of somebody's name does not compile", () => {
  // @ts-expect-error whoever it was is not logged
  const named = () => log('info', 'done', { name: 'Lan' });

  expect(named).toBeTypeOf('function');
});
