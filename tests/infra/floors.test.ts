// Do the rules of the floors work? Each has an import that must trip it, and names folders that exist.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Who imports what (a file, a package), and of it a type alone, unless the rule lets types pass. */
type Canary = [from: string, to: string, what?: 'value'];

/** By rule; each of these imports must trip it. They speak of files of this house. */
const CANARIES: Record<string, Canary[]> = {
  'domain-imports-only-from-below': [
    ['functions/domain/workflow/report.ts', 'functions/use-cases/ports.ts'],
    ['functions/domain/workflow/report.ts', 'functions/document/numbering.ts'],
  ],
  'document-imports-only-from-below': [
    ['functions/document/layout.ts', 'functions/signing/key.ts'],
    ['functions/document/check/rule.ts', 'infra/stages.ts'],
  ],
  'signing-imports-only-from-below': [
    ['functions/signing/key.ts', 'functions/document/layout.ts'],
    ['functions/signing/sign/sign-pdf.ts', 'functions/adapters/clients.ts'],
  ],
  'contracts-imports-only-from-below': [
    ['functions/contracts/views.ts', 'functions/use-cases/ports.ts'],
    ['functions/contracts/routes/inbox.ts', 'web/session/session.ts'],
  ],
  'use-cases-imports-only-from-below': [
    ['functions/use-cases/approval/decide.ts', 'functions/adapters/table/table.ts'],
    ['functions/use-cases/ports.ts', 'functions/handlers/wiring.ts'],
  ],
  'adapters-imports-only-from-below': [
    ['functions/adapters/table/table.ts', 'functions/handlers/log.ts'],
    ['functions/adapters/table/table.ts', 'tests/support/world.ts'],
  ],
  'handlers-are-the-top-of-functions': [
    ['functions/handlers/wiring.ts', 'infra/stages.ts'],
    ['functions/handlers/cli/render.ts', 'tests/support/world.ts'],
  ],
  'an-api-comes-by-the-front-door': [
    ['functions/handlers/inbox.ts', 'hono/aws-lambda', 'value'],
    ['functions/handlers/api/inbox-api.ts', 'hono/aws-lambda', 'value'],
  ],
  'domain-is-pure': [
    ['functions/domain/workflow/report.ts', 'saxes'],
    ['functions/domain/workflow/report.ts', 'node:fs'],
  ],
  'use-cases-know-no-cloud': [
    ['functions/use-cases/approval/decide.ts', '@aws-sdk/client-s3'],
    ['functions/signing/key.ts', '@smithy/signature-v4'],
  ],
  'use-cases-know-no-view': [
    ['functions/use-cases/drafting/read-report.ts', 'functions/contracts/views.ts'],
    ['functions/use-cases/inbox/verify-delivery.ts', 'functions/contracts/verification-view.ts'],
    ['functions/use-cases/approval/decide.ts', 'functions/contracts/routes/approval.ts'],
  ],
  'views-ask-nothing': [
    [
      'functions/handlers/views/report-view.ts',
      'functions/use-cases/reading/whole-report.ts',
      'value',
    ],
    ['functions/handlers/views/verification-view.ts', 'functions/handlers/wiring.ts', 'value'],
  ],
  'an-action-is-nobodys-library': [
    [
      'functions/use-cases/drafting/import-report.ts',
      'functions/use-cases/drafting/create-report.ts',
    ],
    [
      'functions/use-cases/issuing/seal-document.ts',
      'functions/use-cases/issuing/sign-document.ts',
    ],
    // What is issued the sweep settles; to close a submission its function has no right.
    ['functions/use-cases/issuing/sweep.ts', 'functions/use-cases/issuing/close-submission.ts'],
  ],
  'rooms-know-not-each-other': [
    [
      'functions/use-cases/registry/give-up-issue.ts',
      'functions/use-cases/issuing/missing-recipients.ts',
    ],
  ],
  'reading-has-no-effect': [
    ['functions/use-cases/reading/find.ts', 'functions/use-cases/effects/press-once.ts'],
  ],
  'web-sees-contracts-and-domain-only': [
    ['web/inbox/inbox.tsx', 'functions/handlers/inbox.ts'],
    ['web/inbox/inbox.tsx', 'functions/document/fonts.ts'],
  ],
  'only-web-api-calls-the-api': [
    ['web/inbox/inbox.tsx', 'web/api/client.ts'],
    ['web/parts/lists/rows.tsx', 'hono/client', 'value'],
  ],
  'what-screens-share-knows-no-screen': [
    ['web/parts/lists/ago.tsx', 'web/inbox/inbox.tsx', 'value'],
    ['web/following/status.tsx', 'web/drafting/report.tsx', 'value'],
  ],
  'the-page-of-the-parts-is-in-no-build': [['web/app.tsx', 'web/shown/parts.tsx']],
  'templates-know-names-alone': [
    ['infra/stacks/data-stack.ts', 'functions/adapters/table/keys.ts'],
    ['infra/workflow/states.ts', 'infra/local/stack.ts'],
  ],
  'the-local-stack-comes-in-by-the-doors': [
    ['infra/local/stack.ts', 'functions/adapters/table/item.ts'],
    ['infra/local/stack.ts', 'functions/signing/sign/sign-pdf.ts'],
    ['infra/local/stack.ts', 'functions/document/import/import-docx.ts'],
    ['infra/local/stack.ts', 'tests/support/world.ts'],
  ],
  'local-this-machine-imports-only-from-below': [
    ['infra/local/this-machine/held-folder.ts', 'infra/local/aws/place.ts'],
  ],
  'local-aws-imports-only-from-below': [
    ['infra/local/aws/s3.ts', 'infra/local/template/role.ts'],
    ['infra/local/aws/s3.ts', 'infra/local/stack.ts'],
  ],
  'local-template-imports-only-from-below': [
    ['infra/local/template/role.ts', 'infra/local/lambda/functions.ts'],
  ],
  'local-lambda-imports-only-from-below': [
    ['infra/local/lambda/functions.ts', 'infra/local/events/bus.ts'],
  ],
  'local-events-imports-only-from-below': [
    ['infra/local/events/bus.ts', 'infra/local/step-functions/runner.ts'],
  ],
  'local-step-functions-imports-only-from-below': [
    ['infra/local/step-functions/runner.ts', 'infra/local/sign-in/page.ts'],
  ],
  'local-sign-in-imports-only-from-below': [
    ['infra/local/sign-in/page.ts', 'infra/local/door/front-door.ts'],
  ],
  'local-door-imports-only-from-below': [
    ['infra/local/door/http-api.ts', 'infra/local/watch/watching.ts'],
  ],
  'local-watch-imports-only-from-below': [
    ['infra/local/watch/watching.ts', 'infra/local/trust-services/pkcs12.ts'],
  ],
  'local-trust-services-imports-only-from-below': [
    ['infra/local/trust-services/pkcs12.ts', 'infra/local/sample-images/ink.ts'],
  ],
  'local-sample-images-imports-only-from-below': [
    ['infra/local/sample-images/ink.ts', 'infra/local/first-day/cast.ts'],
  ],
  'local-first-day-imports-only-from-below': [
    ['infra/local/first-day/cast.ts', 'infra/local/stack.ts'],
  ],
  'local-stack-imports-only-from-below': [['infra/local/stack.ts', 'infra/local/people/office.ts']],
  'local-people-imports-only-from-below': [
    ['infra/local/people/office.ts', 'infra/local/demo/detours.ts'],
  ],
  'local-demo-imports-only-from-below': [
    ['infra/local/demo/detours.ts', 'infra/local/commands/console.ts'],
  ],
  'tests-have-no-part-in-the-demo': [
    ['tests/e2e/main-story.test.ts', 'infra/local/demo/detours.ts'],
  ],
  'no-circles': [
    ['functions/domain/workflow/report.ts', 'functions/domain/workflow/step.ts'],
    ['functions/domain/workflow/step.ts', 'functions/domain/workflow/report.ts'],
  ],
};

const ROOT = resolve('.');
const CONFIG = join(ROOT, '.dependency-cruiser.js');
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** What the check finds in a folder. */
const cruise = (folder: string, rooms: string[]): Promise<ICruiseResult> =>
  new Promise((done, failed) => {
    const check = join(ROOT, 'node_modules/.bin/depcruise');
    execFile(
      process.execPath,
      [check, '--config', CONFIG, '--output-type', 'json', ...rooms],
      // Some four megabytes for a house of a thousand files.
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      // A violation is an exit code of its own, and still an answer.
      (error, stdout) => (stdout === '' ? failed(error) : done(JSON.parse(stdout))),
    );
  });

const isPackage = (to: string): boolean => !/^(functions|infra|web|tests)\//.test(to);

/** A house with nothing in it but these imports. */
const houseWith = (imports: Canary[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floors-'));
  made.push(folder);
  cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  const files = new Map<string, string>();
  const write = (file: string, line: string) => files.set(file, (files.get(file) ?? '') + line);
  for (const [from, to, what = 'type'] of imports) {
    const path = isPackage(to) ? to : relative(dirname(from), to).replace(/^(?!\.)/, './');
    write(from, `import ${what === 'type' ? 'type ' : ''}{ there } from '${path}';\n`);
    if (!isPackage(to)) write(to, '');
    else if (!isBuiltin(to)) write(`node_modules/${to}/index.js`, 'exports.there = 1;\n');
  }
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}export const there = 1;\n`);
  }
  return folder;
};

/** Who imports what, and the rules that this trips. */
const importsIn = ({ modules }: ICruiseResult) =>
  modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ module, resolved, rules = [] }) => ({
      from: source,
      to: resolved,
      asked: module,
      trips: rules.map(({ name }) => name),
    })),
  );

type Where = { path?: string | string[]; pathNot?: string | string[] };

const { default: config } = (await import(pathToFileURL(CONFIG).href)) as {
  default: { forbidden: { name: string; from: Where; to: Where }[] };
};
const RULES = config.forbidden;

/** A pattern with each of its choices taken alone: `^web/(a|b)/` is `^web/a/` and `^web/b/`. */
const choicesIn = (pattern: string): string[] => {
  const choice = /\(([^()]*)\)/.exec(pattern);
  if (choice === null) return pattern.split('|');
  const [whole, between = ''] = choice;
  return between
    .split('|')
    .flatMap((one) =>
      choicesIn(pattern.slice(0, choice.index) + one + pattern.slice(choice.index + whole.length)),
    );
};

/** The places that a restriction speaks of; what the importing file's path says (`$1`) may be anything. */
const placesIn = (pattern: string | string[] = []): RegExp[] =>
  [pattern]
    .flat()
    .flatMap(choicesIn)
    .map((place) => new RegExp(place.replaceAll(/\$\d/g, '[^/]+')));

const matches = (pattern: string | string[] | undefined, path: string): boolean =>
  [pattern ?? []].flat().some((one) => new RegExp(one).test(path));

test('every rule has a canary, and every canary a rule', () => {
  expect(Object.keys(CANARIES).toSorted()).toEqual(RULES.map(({ name }) => name).toSorted());
});

describe('a canary', () => {
  let imports: ReturnType<typeof importsIn>;
  beforeAll(async () => {
    imports = importsIn(await cruise(houseWith(Object.values(CANARIES).flat()), ['.']));
  });

  test.each(
    Object.entries(CANARIES).flatMap(([rule, canaries]) =>
      canaries.map(([from, to]) => ({ rule, from, to })),
    ),
  )('of $rule: $from may not import $to', ({ rule, from, to }) => {
    const names = [to, to.replace('node:', '')];
    const found = imports.filter(
      (one) => one.from === from && (names.includes(one.to) || names.includes(one.asked)),
    );
    expect(found.flatMap(({ trips }) => trips)).toContain(rule);
  });

  test.each(Object.values(CANARIES).flat())('speaks of what is there: %s, %s', (...canary) => {
    const [from, to] = canary;
    // Of `hono/client` the package alone lies where it is looked for.
    const target = to.replace(
      /^(?!(?:functions|infra|web|tests)\/)((?:@[^/]+\/)?[^/]+).*/,
      'node_modules/$1',
    );
    expect({ from: existsSync(from), to: isBuiltin(to) || existsSync(target) }).toEqual({
      from: true,
      to: true,
    });
  });
});

describe('this house', () => {
  let house: ICruiseResult;
  beforeAll(async () => {
    house = await cruise(ROOT, ['functions', 'infra', 'web', 'tests']);
  });

  test('keeps to its floors', () => {
    // With a compiler that it cannot use the check reads no module, and finds nothing wrong.
    expect(house.modules.length).toBeGreaterThan(100);
    expect(house.summary.violations).toEqual([]);
  });

  test.each(RULES)('has every place that the rule $name speaks of', ({ from, to }) => {
    const paths = [...new Set(importsIn(house).flatMap((one) => [one.from, one.to]))];
    const places = [from.path, from.pathNot, to.path].flatMap((pattern) => placesIn(pattern));
    const missing = places.filter((place) => !paths.some((path) => place.test(path)));
    expect(missing).toEqual([]);
  });

  test.each(RULES)('needs every exception that the rule $name makes', ({ from, to }) => {
    const imported = importsIn(house)
      .filter(
        (one) =>
          (from.path === undefined || matches(from.path, one.from)) &&
          !matches(from.pathNot, one.from),
      )
      .map((one) => one.to);
    const idle = placesIn(to.pathNot).filter((place) => !imported.some((path) => place.test(path)));
    expect(idle).toEqual([]);
  });
});
