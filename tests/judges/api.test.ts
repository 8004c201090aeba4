// Does the API do what it says of itself, whatever it is sent? schemathesis makes requests of its description; and a client
// that is generated from it reads a report.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { openApi } from '../../functions/contracts/open-api.ts';
import { expectOk } from '../../infra/local/people/office.ts';
import { borrowStack, type LocalStack } from '../support/local-stack.ts';
import { newFolder } from '../support/run/run-folder.ts';
import { onePage } from '../support/seed-report.ts';
import { askPython, PINNED } from './tools.ts';

const folder = newFolder('api');
const DOCUMENT = join(folder, 'api.json');

let stack: LocalStack;
let known: Record<string, string[]>;

/** A draft, one that waits for the chairman, and one that is issued and has arrived. */
beforeAll(async () => {
  writeFileSync(DOCUMENT, JSON.stringify(openApi()));
  stack = await borrowStack();
  const { desks } = stack;
  const draft = await desks.draft();
  const waiting = await desks.draft();
  const waitingId = await desks.submit(waiting);
  await desks.decide('le-quoc-hung', waitingId, 'agree');
  const issued = await desks.draft();
  const issuedId = await desks.submit(issued);
  await desks.decide('le-quoc-hung', issuedId, 'agree');
  await desks.decide('nguyen-van-minh', issuedId, 'sign');
  const delivery = await desks.delivered('vo-thi-hong-nhung', issued.id);
  const me = await (await desks.as('dinh-cong-tuan')).get<{ organization: { id: string } }>(
    '/api/me',
  );
  known = {
    reportId: [draft.id, waiting.id, issued.id],
    submissionId: [waitingId, issuedId],
    deliveryId: [delivery.id],
    organizationId: [me.body.organization.id],
    personId: ['phan-thi-ngoc-lan', 'le-quoc-hung'],
    'If-Match': [`"${draft.revision}"`],
  };
});

const hooks = () => ({
  SCHEMATHESIS_HOOKS: 'known',
  PYTHONPATH: PINNED,
  KNOWN: JSON.stringify(known),
});

/** Who asks what: each desk is tried by somebody who works there; the administrator last, who ends offices and closes agencies. */
const DESKS = {
  drafting: 'tran-thi-thu-ha',
  approval: 'nguyen-van-minh',
  registry: 'phan-thi-ngoc-lan',
  inbox: 'vo-thi-hong-nhung',
  archive: 'vo-thi-hong-nhung',
  enrolment: 'dinh-cong-tuan',
  verification: 'tran-thi-thu-ha',
  administration: 'dinh-cong-tuan',
};

/** Right requests up to each limit; then wrong and right ones by chance, so many for each route. */
const ROUNDS = [
  ['--phases', 'examples,coverage', '-m', 'positive'],
  ['--phases', 'fuzzing', '-m', 'all', '-n', '15'],
];
const HOW = [
  ...['--checks', 'all', '--exclude-checks', 'unsupported_method,positive_data_acceptance'],
  ...['--seed', '1', '-w', '1', '--continue-on-failure', '--generation-database', 'none'],
  ...['--request-timeout', '30', '--no-color'],
];
const Report = z.object({
  operations: z.object({ tested: z.number(), errored: z.number() }),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(z.object({ type: z.string(), operations: z.array(z.string()) })),
});

test.each(Object.entries(DESKS))(
  'the routes of %s answer as they say, whatever they are sent',
  async (desk, person) => {
    const token = await stack.mint.valid(person);
    for (const round of ROUNDS) {
      const into = join(folder, `${desk}.json`);
      const who = [
        '--url',
        stack.url,
        '--include-tag',
        desk,
        '-H',
        `Authorization: Bearer ${token}`,
      ];
      const words = ['run', DOCUMENT, ...who, ...round, ...HOW, '--report-json-path', into];
      const { out } = await askPython('schemathesis', words, { cwd: folder, env: hooks() });
      const { operations, test_cases, failures } = Report.parse(
        JSON.parse(readFileSync(into, 'utf8')),
      );
      expect(operations).toMatchObject({ errored: 0 });
      expect(test_cases.generated).toBeGreaterThan(0);
      // What it says of each failure, with the request, for whoever is to mend it.
      if (failures.length > 0) console.error(out);
      expect(failures.map(({ type, operations }) => ({ type, operations }))).toEqual([]);
    }
  },
);

test('a client in Python, made from the description, reads a report', async () => {
  const { desks } = stack;
  const { id } = await desks.draft();
  const answer = expectOk(await (await desks.as('tran-thi-thu-ha')).get(`/api/reports/${id}`));
  writeFileSync(join(folder, 'report.json'), JSON.stringify(answer));
  const how = ['--input-file-type', 'openapi', '--output-model-type', 'pydantic_v2.BaseModel'];
  await askPython('datamodel-codegen', ['--input', DOCUMENT, ...how, '--output', 'client.py'], {
    cwd: folder,
  });
  writeFileSync(
    join(folder, 'read.py'),
    `import client
report = client.Report.model_validate_json(open("report.json").read())
print(report.content.subject)`,
  );
  const { out, err } = await askPython('python', ['read.py'], { cwd: folder });
  expect(err).toBe('');
  expect(out.trim()).toBe(onePage().subject);
});
