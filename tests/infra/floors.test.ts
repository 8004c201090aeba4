// Do the floors bite? A wrong import must be reported, or the check means nothing.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve('.');
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** Runs the check of the floors in a folder; what it says, and whether it is content. */
const checkFloors = (folder: string, rooms: string[]): Promise<{ said: string; passed: boolean }> =>
  new Promise((done) => {
    const check = join(ROOT, 'node_modules/.bin/depcruise');
    const config = join(ROOT, '.dependency-cruiser.js');
    execFile(
      process.execPath,
      [check, '--config', config, ...rooms],
      { cwd: folder },
      (error, stdout, stderr) => done({ said: stdout + stderr, passed: error === null }),
    );
  });

type Import = [from: string, to: string];

/** A house whose files import so and no further: one check of it costs less than one for each. */
const houseWith = (imports: readonly Import[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floors-'));
  made.push(folder);
  cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, { flag: 'a' });
  };
  for (const [index, [from, to]] of imports.entries()) {
    const path = to.startsWith('@') ? to : `./${relative(dirname(from), to)}`;
    write(from, `export { there as there${index} } from '${path}';\n`);
    if (to.startsWith('@')) write(`node_modules/${to}/index.js`, 'exports.there = 1;\n');
    else write(to, `export const there = ${index};\n`);
  }
  return folder;
};

const WRONG: [...Import, rule: string][] = [
  ['functions/domain/report.ts', 'functions/use-cases/ports.ts', 'domain-imports-only-from-below'],
  [
    'functions/use-cases/approval/decide.ts',
    'functions/adapters/table.ts',
    'use-cases-imports-only-from-below',
  ],
  ['functions/signing/key.ts', 'functions/document/layout.ts', 'signing-imports-only-from-below'],
  ['functions/use-cases/approval/decide.ts', '@aws-sdk/client-s3', 'use-cases-know-no-cloud'],
  [
    'functions/use-cases/drafting/import-report.ts',
    'functions/use-cases/drafting/create-report.ts',
    'an-action-is-nobodys-library',
  ],
  [
    'functions/use-cases/issuing/seal-document.ts',
    'functions/use-cases/issuing/sign-document.ts',
    'an-action-is-nobodys-library',
  ],
  [
    'functions/use-cases/registry/give-up-issue.ts',
    'functions/use-cases/issuing/missing-recipients.ts',
    'rooms-know-not-each-other',
  ],
  [
    'functions/use-cases/reading/find.ts',
    'functions/use-cases/effects/press-once.ts',
    'reading-has-no-effect',
  ],
  ['web/screens/inbox.ts', 'functions/handlers/inbox.ts', 'web-sees-contracts-and-domain-only'],
  ['web/screens/inbox.ts', 'functions/document/fonts.ts', 'web-sees-contracts-and-domain-only'],
];

describe('a house with wrong imports', () => {
  let checked: Awaited<ReturnType<typeof checkFloors>>;
  beforeAll(async () => {
    checked = await checkFloors(houseWith(WRONG.map(([from, to]) => [from, to])), ['.']);
  });

  test('does not pass', () => expect(checked.passed).toBe(false));

  test.each(WRONG)('%s may not import %s', (from, to, rule) => {
    const place = to.startsWith('@') ? `node_modules/${to}/index.js` : to;
    expect(checked.said).toContain(`${rule}: ${from} → ${place}`);
  });
});

const RIGHT: Import[] = [
  ['functions/use-cases/approval/decide.ts', 'functions/domain/report.ts'],
  ['functions/use-cases/approval/decide.ts', 'functions/use-cases/effects/press-once.ts'],
  ['functions/use-cases/registry/seal-and-issue.ts', 'functions/use-cases/registry/clerk-press.ts'],
];

test('a house that imports what it may passes', async () => {
  const { said, passed } = await checkFloors(houseWith(RIGHT), ['.']);
  expect(said).toContain('no dependency violations found');
  expect(passed).toBe(true);
});

// The whole house is checked by `npm run check`, before any test; here one room of it, that it is read at all.
test('this house is read, and keeps to its floors', async () => {
  const { said, passed } = await checkFloors(ROOT, ['functions/domain']);
  expect(said).toMatch(/no dependency violations found \(\d{2,} modules/);
  expect(passed).toBe(true);
});
