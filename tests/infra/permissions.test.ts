// Do the roles say the rules of the house? Who may touch what, as the templates grant it.
import { describe, expect, test } from 'vitest';
import { HANDLERS } from '../../infra/constructs/bundle.ts';
import { synthesize, whoMay } from './synthesized.ts';

const functions = synthesize().functions();
const named = (name: string) => {
  const found = functions.find((one) => one.name === name);
  if (!found) throw new Error(`There is no function ${name}`);
  return found;
};

/** The kinds of items that a function may touch with this action. */
const kindsOf = (name: string, action: string) =>
  named(name)
    .may.filter(({ Action }) => Action.includes(action))
    .flatMap(({ Condition }) => JSON.stringify(Condition).match(/[A-Z]+#/g) ?? [])
    .sort();

describe('keys', () => {
  test("only sign may use signers' keys", () => {
    expect(whoMay(functions, /^secretsmanager:/, /trinh-ky\/signers/)).toEqual(['sign']);
    const tagged = functions.filter(({ may }) =>
      may.some(
        ({ Action, Condition }) =>
          Action.includes('kms:Sign') && JSON.stringify(Condition).includes('"signer"'),
      ),
    );
    expect(tagged.map(({ name }) => name)).toEqual(['sign']);
  });

  test("only seal may use the agency's key", () => {
    expect(whoMay(functions, /^secretsmanager:/, /trinh-ky\/agencies/)).toEqual(['seal']);
    const tagged = functions.filter(({ may }) =>
      may.some(
        ({ Action, Condition }) =>
          Action.includes('kms:Sign') && JSON.stringify(Condition).includes('"agency"'),
      ),
    );
    expect(tagged.map(({ name }) => name)).toEqual(['seal']);
  });

  test('nobody else has anything to do with keys', () => {
    expect(whoMay(functions, /^(kms|secretsmanager):/)).toEqual(['seal', 'sign']);
  });

  test('the renderer has neither table nor keys', () => {
    const { may, Environment } = named('render');
    const services = new Set(may.flatMap(({ Action }) => Action.map((one) => one.split(':')[0])));
    expect([...services].sort()).toEqual(['s3', 'xray']);
    expect(Environment.Variables).not.toHaveProperty('TABLE_NAME');
  });
});

describe('the table', () => {
  test('no role may scan the table, or ask it in PartiQL', () => {
    expect(whoMay(functions, /^dynamodb:(Scan|PartiQL|\*|Batch)|^\*/)).toEqual([]);
  });

  test('every right to the table is held to kinds of items', () => {
    const loose = functions.flatMap(({ may }) =>
      may.filter(
        ({ Action, Condition }) =>
          Action.some((action) => action.startsWith('dynamodb:')) &&
          !JSON.stringify(Condition ?? null).includes('dynamodb:LeadingKeys'),
      ),
    );
    expect(loose).toEqual([]);
  });

  test('nobody may remove a report, a register entry, a delivery or a known file', () => {
    const removable = new Set(HANDLERS.flatMap((name) => kindsOf(name, 'dynamodb:DeleteItem')));
    expect([...removable].sort()).toEqual(['IDEMPOTENCY#', 'SUBMISSION#']);
  });

  test('tokens are read by those who resume, and by nobody else', () => {
    const readers = HANDLERS.filter((name) => kindsOf(name, 'dynamodb:GetItem').includes('TOKEN#'));
    const resumers = whoMay(functions, /^states:SendTaskSuccess$/);
    expect([...readers].sort()).toEqual(resumers);
  });

  test('only number and close write the register, and the clerk', () => {
    const writers = HANDLERS.filter((name) =>
      kindsOf(name, 'dynamodb:PutItem').includes('REGISTER#'),
    );
    expect([...writers].sort()).toEqual(['close', 'number', 'registry']);
  });

  test('nobody writes the directory', () => {
    const writers = HANDLERS.filter((name) =>
      kindsOf(name, 'dynamodb:PutItem').includes('DIRECTORY#'),
    );
    expect(writers).toEqual([]);
  });

  test('verification sees nothing but the hashes of issued files', () => {
    expect(kindsOf('verification', 'dynamodb:GetItem')).toEqual(['FILE#']);
    expect(kindsOf('verification', 'dynamodb:PutItem')).toEqual([]);
  });
});

describe('files', () => {
  test('only store may write to the signed bucket', () => {
    expect(whoMay(functions, /^s3:PutObject/, /signed/)).toEqual(['store']);
  });

  test('nobody may delete a file, or shorten its retention', () => {
    expect(whoMay(functions, /^s3:(Delete|PutObjectRetention|Bypass|\*)/)).toEqual([]);
  });

  test('nobody who signs may render, and the renderer writes nothing that is issued', () => {
    expect(whoMay(functions, /^lambda:InvokeFunction$/)).toEqual(['drafting']);
    expect(whoMay(functions, /^s3:/, /signed/)).toEqual(['archive', 'inbox', 'store']);
  });
});

describe('functions', () => {
  test('there is one function for every handler', () => {
    expect(functions.map(({ name }) => name).sort()).toEqual([...HANDLERS].sort());
  });

  test('every function but the renderer is arm64', () => {
    const others = functions.filter(({ Architectures }) => Architectures[0] !== 'arm64');
    expect(others.map(({ name, Architectures }) => [name, Architectures])).toEqual([
      ['render', ['x86_64']],
    ]);
  });

  test('only the clerk and the sweep let a stopped execution go on', () => {
    expect(whoMay(functions, /^states:RedriveExecution$/)).toEqual(['registry', 'sweep']);
  });
});
