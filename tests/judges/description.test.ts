// Can strangers' tools read what the API says of itself (`npm run openapi`), and make something of it that a person would?
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { openApi } from '../../functions/contracts/open-api.ts';
import { newFolder } from '../support/run/run-folder.ts';
import { type Acknowledged, expectNothingNew } from './findings.ts';
import { askNode, askPython } from './tools.ts';

const folder = newFolder('description');
const DOCUMENT = join(folder, 'api.json');

beforeAll(() => {
  writeFileSync(DOCUMENT, JSON.stringify(openApi()));
});

const SPECTRAL: Acknowledged = {
  'info-contact': { because: 'Whom to ask is known to each office that runs it, not to us.' },
};
const REDOCLY: Acknowledged = {
  'operation-4xx-response': {
    because: 'Every refusal has one shape (RFC 9457), so each is under `default`, with its codes.',
  },
};

test('spectral reads it without an error', async () => {
  writeFileSync(join(folder, 'rules.yaml'), 'extends: ["spectral:oas"]\n');
  const { out } = await askNode(
    'spectral',
    ['lint', '-r', 'rules.yaml', '-f', 'json', 'api.json'],
    { cwd: folder },
  );
  const found = z
    .array(z.object({ code: z.string(), path: z.array(z.unknown()) }))
    .parse(JSON.parse(out));
  expectNothingNew(
    found.map(({ code, path }) => ({ rule: code, about: path.join('/') })),
    SPECTRAL,
  );
});

test('redocly reads it without an error', async () => {
  const { out } = await askNode(
    'redocly',
    ['lint', '--format', 'json', '--max-problems', '1000', 'api.json'],
    { cwd: folder },
  );
  const { problems } = z
    .object({ problems: z.array(z.object({ ruleId: z.string(), message: z.string() })) })
    .parse(JSON.parse(out));
  expectNothingNew(
    problems.map(({ ruleId, message }) => ({ rule: ruleId, about: message })),
    REDOCLY,
  );
});

/** A name that a tool made up by counting: `Content3`, `Item_12`. */
const COUNTED = /^(?!Sha256$).*\d+$/u;

test('openapi-typescript gives every schema the name that a person gave it', async () => {
  const { exitCode } = await askNode('openapi-typescript', ['api.json', '-o', 'api.ts'], {
    cwd: folder,
  });
  expect(exitCode).toBe(0);
  const names = [...readFileSync(join(folder, 'api.ts'), 'utf8').matchAll(/^ {8}(\w+):/gmu)].map(
    ([, name = '']) => name,
  );
  expect(names).toEqual(expect.arrayContaining(['Report', 'ReportContent', 'Organization']));
});

test('datamodel-code-generator makes classes that are named and none by counting', async () => {
  const how = ['--input-file-type', 'openapi', '--output-model-type', 'pydantic_v2.BaseModel'];
  const words = ['--input', 'api.json', ...how, '--output', 'client.py'];
  await askPython('datamodel-codegen', words, { cwd: folder });
  const classes = [...readFileSync(join(folder, 'client.py'), 'utf8').matchAll(/^class (\w+)/gmu)];
  expect(classes.length).toBeGreaterThan(100);
  expect(classes.map(([, name = '']) => name).filter((name) => COUNTED.test(name))).toEqual([]);
});
