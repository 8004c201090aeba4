// Do the roles say the rules of the house? Who may touch what, as the templates grant it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Kind, Setting } from '../../functions/contracts/agreed-names.ts';
import { API_ROUTES } from '../../functions/contracts/api.ts';
import { type Listing, type Port, portsOf } from '../../functions/use-cases/world.ts';
import { HANDLERS } from '../../infra/constructs/bundle.ts';
import { PRODUCTION, synthesize, whoMay } from './synthesized.ts';

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
    expect(whoMay(functions, /^secretsmanager:/, /:trinh-ky-demo\/signers\/\*/)).toEqual(['sign']);
    const tagged = functions.filter(({ may }) =>
      may.some(
        ({ Action, Condition }) =>
          Action.includes('kms:Sign') && JSON.stringify(Condition).includes('"signer"'),
      ),
    );
    expect(tagged.map(({ name }) => name)).toEqual(['sign']);
  });

  test("only seal may use the agency's key", () => {
    expect(whoMay(functions, /^secretsmanager:/, /:trinh-ky-demo\/agencies\/\*/)).toEqual(['seal']);
    const tagged = functions.filter(({ may }) =>
      may.some(
        ({ Action, Condition }) =>
          Action.includes('kms:Sign') && JSON.stringify(Condition).includes('"agency"'),
      ),
    );
    expect(tagged.map(({ name }) => name)).toEqual(['seal']);
  });

  test('no role of one stage may use a key of another in the same account', () => {
    const production = synthesize(PRODUCTION).functions();
    for (const [stage, roles] of [
      ['trinh-ky-demo', functions],
      ['trinh-ky-production', production],
    ] as const) {
      const rights = roles.flatMap(({ may }) =>
        may.filter(({ Action }) => Action.some((one) => /^(kms|secretsmanager):/.test(one))),
      );
      expect(rights).toHaveLength(4);
      for (const { Action, Resource, Condition } of rights) {
        if (Action.includes('secretsmanager:GetSecretValue'))
          expect(Resource).toContain(`:secret:${stage}/`);
        else expect(Condition).toMatchObject({ StringEquals: { 'aws:ResourceTag/stage': stage } });
      }
      const told = roles.filter(({ Environment }) => 'KEYS_UNDER' in Environment.Variables);
      expect(told.map(({ name }) => name).sort()).toEqual(['enrolment', 'seal', 'sign']);
      for (const { Environment } of told) expect(Environment.Variables.KEYS_UNDER).toBe(stage);
    }
  });

  test('nobody else has anything to do with keys', () => {
    expect(whoMay(functions, /^(kms|secretsmanager):/)).toEqual(['seal', 'sign']);
  });

  test('only enrolment may ask those who have keys', () => {
    expect(whoMay(functions, /^lambda:InvokeFunction$/, /sign|seal/)).toEqual(['enrolment']);
  });

  test('session, which has the tokens of everybody, may do nothing with AWS', () => {
    const services = named('session').may.flatMap(({ Action }) => Action);
    expect(services.filter((action) => !action.startsWith('xray:'))).toEqual([]);
  });

  test.each(['render', 'import'])(
    '%s, which reads what people wrote, has neither table nor keys',
    (name) => {
      const { may, Environment } = named(name);
      const services = new Set(may.flatMap(({ Action }) => Action.map((one) => one.split(':')[0])));
      expect([...services].sort()).toEqual(['s3', 'xray']);
      expect(Environment.Variables).not.toHaveProperty('TABLE_NAME');
    },
  );
});

describe('the table', () => {
  test('no role may scan the table, or ask it in PartiQL', () => {
    expect(whoMay(functions, /^dynamodb:(Scan|PartiQL|\*|BatchWrite)|^\*/)).toEqual([]);
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

  test('what a function may read, it may read together: all kinds are in one statement', () => {
    for (const { name, may } of functions) {
      const reading = may.filter(({ Action }) =>
        Action.some((action) => /^dynamodb:(GetItem|BatchGetItem|Query)$/.test(action)),
      );
      expect(reading.length, name).toBeLessThanOrEqual(1);
      for (const { Action } of reading) {
        expect(Action).toEqual(
          expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']),
        );
      }
    }
  });

  test('nobody may remove a report, a register entry, a delivery or a known file', () => {
    const removable = new Set(HANDLERS.flatMap((name) => kindsOf(name, 'dynamodb:DeleteItem')));
    expect([...removable].sort()).toEqual([
      'DELIVERYWORD#',
      'REPORTWORD#',
      'SUBMISSION#',
      'TEMPLATE#',
    ]);
  });

  test('number takes off the queue whom it has numbered, and removes nothing but what is of a submission', () => {
    expect(kindsOf('number', 'dynamodb:DeleteItem')).toEqual(['SUBMISSION#']);
  });

  test('only drafting makes a write hang on what it leaves as it is: words set aside on their report', () => {
    expect(whoMay(functions, /^dynamodb:ConditionCheckItem$/)).toEqual(['drafting']);
    expect(kindsOf('drafting', 'dynamodb:ConditionCheckItem')).toEqual(['REPORT#']);
  });

  test('tokens are read by those who resume, and by nobody else', () => {
    const readers = HANDLERS.filter((name) => kindsOf(name, 'dynamodb:GetItem').includes('TOKEN#'));
    const resumers = whoMay(functions, /^states:SendTaskSuccess$/);
    expect([...readers].sort()).toEqual(resumers);
  });

  test('only number and close write the register, the clerk, and whoever opens it', () => {
    const writers = HANDLERS.filter((name) =>
      kindsOf(name, 'dynamodb:PutItem').includes('REGISTER#'),
    );
    expect([...writers].sort()).toEqual(['administration', 'close', 'number', 'registry']);
  });

  test('only deliver, the sweep after it and the clerk bring a document into somebody’s inbox', () => {
    const writers = HANDLERS.filter((name) =>
      kindsOf(name, 'dynamodb:PutItem').includes('DELIVERYWORD#'),
    );
    expect([...writers].sort()).toEqual(['deliver', 'registry', 'sweep']);
  });

  test('whoever sends mails writes down those that do not leave, and administration alone reads them', () => {
    const who = (action: string) =>
      HANDLERS.filter((name) => kindsOf(name, action).includes('UNSENT#')).toSorted();
    const senders = whoMay(functions, /^ses:SendEmail$/);
    expect(who('dynamodb:PutItem')).toEqual(senders);
    expect(who('dynamodb:Query')).toEqual([...senders, 'administration'].toSorted());
  });

  test('only administration and enrolment write the directory', () => {
    const writers = HANDLERS.filter((name) =>
      kindsOf(name, 'dynamodb:PutItem').includes('DIRECTORY#'),
    );
    expect([...writers].sort()).toEqual(['administration', 'enrolment']);
  });

  test('nobody writes which authorities are trusted', () => {
    const writable = functions.flatMap(({ may }) =>
      may.flatMap(({ Action, Condition }) =>
        Action.includes('dynamodb:PutItem')
          ? (JSON.stringify(Condition).match(/DIRECTORY#[^"]*/g) ?? [])
          : [],
      ),
    );
    const kept = ['DIRECTORY#ORG#*', 'DIRECTORY#PERSON#*', 'DIRECTORY#CHANGES#*'];
    expect(new Set(writable)).toEqual(new Set(kept));
  });

  test('verification sees nothing but the hashes of issued files and the trusted certificates, and writes down nothing but its verdicts, which it alone does', () => {
    const seen = named('verification').may.flatMap(({ Action, Condition }) =>
      Action.includes('dynamodb:GetItem')
        ? (JSON.stringify(Condition).match(/"[A-Z]+#[^"]*/g) ?? [])
        : [],
    );
    expect(seen).toEqual(['"FILE#*', '"DIRECTORY#TRUST*', '"VERDICT#*']);
    expect(kindsOf('verification', 'dynamodb:PutItem')).toEqual(['VERDICT#']);
    const touching = functions.filter(({ may }) => JSON.stringify(may).includes('VERDICT#'));
    expect(touching.map(({ name }) => name)).toEqual(['verification']);
  });
});

describe('a function and the ports that its use cases list', () => {
  /**
   * What stands behind a port: the kinds of items that it reads; those of which it writes some, by what changes; what its
   * adapter must be told; and whether it signs.
   */
  type Behind = { reads?: Kind[]; writes?: Kind[]; told?: Setting[]; signs?: true };
  const BEHIND: Record<Port, Behind> = {
    reports: { reads: ['REPORT#'] },
    submissions: { reads: ['SUBMISSION#'] },
    waiting: { reads: ['ASKED#'] },
    owed: { reads: ['OWED#'] },
    tokens: { reads: ['TOKEN#'] },
    deliveries: { reads: ['DELIVERY#'] },
    registers: { reads: ['REGISTER#'] },
    incoming: { reads: ['INCOMING#'] },
    knownFiles: { reads: ['FILE#'] },
    reportWords: { reads: ['REPORTWORD#'] },
    deliveryWords: { reads: ['DELIVERYWORD#'] },
    commit: {
      writes: [
        'REPORT#',
        'SUBMISSION#',
        'TOKEN#',
        'DELIVERY#',
        'REGISTER#',
        'INCOMING#',
        'FILE#',
        'REPORTWORD#',
        'DELIVERYWORD#',
      ],
    },
    presses: { reads: ['IDEMPOTENCY#'], writes: ['IDEMPOTENCY#'] },
    directory: {
      reads: [
        'DIRECTORY#ORG#',
        'DIRECTORY#ORGS',
        'DIRECTORY#PERSON#',
        'DIRECTORY#PEOPLE#',
        'DIRECTORY#CHANGES#',
      ],
    },
    trust: { reads: ['DIRECTORY#TRUST'] },
    verdicts: { reads: ['VERDICT#'], writes: ['VERDICT#'] },
    directoryDesk: {
      reads: ['DIRECTORY#CHANGES#'],
      writes: ['DIRECTORY#ORG#', 'DIRECTORY#PERSON#', 'DIRECTORY#CHANGES#', 'REGISTER#'],
    },
    templates: { reads: ['TEMPLATE#'], writes: ['TEMPLATE#'] },
    unsentMails: { reads: ['UNSENT#'] },
    mail: { writes: ['UNSENT#'], told: ['MAIL_FROM', 'WEB_URL'] },
    notices: { told: ['NOTIFY_FUNCTION_NAME'] },
    accounts: { told: ['USER_POOL_ID'] },
    signIn: { told: ['SIGN_IN_URL', 'CLIENT_ID', 'WEB_URL'] },
    installation: { told: ['MAIL_FROM', 'PROVES_TIME'] },
    workflow: { told: ['STATE_MACHINE_ARN'] },
    renderer: { told: ['RENDER_FUNCTION_NAME'] },
    importer: { told: ['IMPORT_FUNCTION_NAME'] },
    keyKeepers: { told: ['SIGN_FUNCTION_NAME', 'SEAL_FUNCTION_NAME', 'KEYS_UNDER'] },
    working: { told: ['WORKING_BUCKET'] },
    signed: { told: ['SIGNED_BUCKET'] },
    images: { told: ['IMAGES_BUCKET'] },
    timestampServers: { told: ['TIMESTAMP_SERVERS'] },
    keys: { signs: true, told: ['KEYS_UNDER'] },
    layouts: {},
    clock: {},
    ids: {},
  };

  /** What the function is wired by: the lists of the use cases, or of the API, that its handler names. */
  const listedBy = async (handler: string): Promise<Port[]> => {
    const text = readFileSync(`functions/handlers/${handler}.ts`, 'utf8');
    const [, named = ''] = /worldOf\(\s*\[([^\]]*)\]/.exec(text) ?? [];
    const names = named.split(',').map((name) => name.trim());
    const listing = await Promise.all(
      names.map(async (name): Promise<Listing<Port>> => {
        const [, file = ''] =
          new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '(.*)'`).exec(text) ?? [];
        const module = await import(resolve('functions/handlers', file));
        return module[name];
      }),
    );
    return portsOf(...listing);
  };

  const listed = new Map<string, Port[]>();
  beforeAll(async () => {
    for (const name of HANDLERS) listed.set(name, await listedBy(name));
  });
  const behind = (name: string): Behind[] => (listed.get(name) ?? []).map((port) => BEHIND[port]);

  const covers = (held: string, kind: string) => kind.startsWith(held);
  /** As the role says it: a whole kind, or a part of the directory. */
  const touchable = (name: string, action: string): string[] =>
    named(name)
      .may.filter(({ Action }) => Action.includes(`dynamodb:${action}`))
      .flatMap(({ Condition }) => [...JSON.stringify(Condition).matchAll(/"([A-Z#]+)\*"/g)])
      .map(([, kind = '']) => kind);

  test.each(HANDLERS)('%s reads what they read, and nothing else but to write it', (name) => {
    const needed = [...new Set(behind(name).flatMap(({ reads = [] }) => reads))];
    const held = touchable(name, 'GetItem');
    const written = touchable(name, 'PutItem');
    // The whole directory is for whoever reads several parts of it.
    const isNeeded = (kind: string) =>
      needed.some((one) => one === kind) || needed.filter((one) => covers(kind, one)).length > 1;
    const idle = held.filter((kind) => !written.includes(kind) && !isNeeded(kind));
    const lacking = needed.filter((kind) => !held.some((one) => covers(one, kind)));
    expect({ lacking, idle }).toEqual({ lacking: [], idle: [] });
  });

  test.each(HANDLERS)('%s writes some of what they may write, and nothing else', (name) => {
    const writing = behind(name).flatMap(({ writes }) => (writes ? [writes] : []));
    const held = touchable(name, 'PutItem');
    const lacking = writing.filter((kinds) => !kinds.some((kind) => held.includes(kind)));
    const idle = held.filter((kind) => !writing.flat().some((one) => one === kind));
    expect({ lacking, idle }).toEqual({ lacking: [], idle: [] });
  });

  /** One commit can write nine kinds; whoever lists it writes some of them, and its list does not say which. */
  const WRITES: Record<string, string> = {
    administration: 'DIRECTORY#CHANGES# DIRECTORY#ORG# DIRECTORY#PERSON# IDEMPOTENCY# REGISTER#',
    approval: 'IDEMPOTENCY# REPORT# SUBMISSION#',
    archive: 'DELIVERY#',
    ask: 'REPORT# SUBMISSION# TOKEN# UNSENT#',
    close: 'FILE# REGISTER# REPORT# REPORTWORD# SUBMISSION#',
    deliver: 'DELIVERY# DELIVERYWORD# REPORT#',
    drafting: 'IDEMPOTENCY# REPORT# REPORTWORD# SUBMISSION# TEMPLATE#',
    enrolment: 'DIRECTORY#CHANGES# DIRECTORY#ORG# DIRECTORY#PERSON# IDEMPOTENCY#',
    inbox: 'DELIVERY# IDEMPOTENCY# INCOMING#',
    notify: 'UNSENT#',
    number: 'REGISTER# REPORT# SUBMISSION#',
    registry: 'DELIVERY# DELIVERYWORD# IDEMPOTENCY# REGISTER# REPORT# SUBMISSION# UNSENT#',
    remind: 'REPORT# SUBMISSION# UNSENT#',
    stopped: 'REPORT# SUBMISSION# UNSENT#',
    store: 'SUBMISSION#',
    sweep: 'DELIVERY# DELIVERYWORD# REPORT# SUBMISSION# UNSENT#',
    verification: 'VERDICT#',
    warn: 'UNSENT#',
  };

  test.each(HANDLERS)('%s writes these kinds of those, and no other', (name) => {
    expect(touchable(name, 'PutItem').toSorted().join(' ')).toBe(WRITES[name] ?? '');
  });

  test.each(HANDLERS)('%s is told what they must be told, and signs if they do', (name) => {
    const { may, Environment } = named(name);
    const needed = behind(name);
    const ofTable = needed.some(({ reads, writes }) => reads ?? writes) ? ['TABLE_NAME'] : [];
    const atTheDoor = API_ROUTES.some((route) => route.function === name)
      ? ['FRONT_DOOR_KEYS']
      : [];
    const told = new Set([...needed.flatMap(({ told = [] }) => told), ...ofTable, ...atTheDoor]);
    expect(Object.keys(Environment?.Variables ?? {}).toSorted()).toEqual([...told].toSorted());
    const maySign = may.some(({ Action }) => Action.includes('kms:Sign'));
    expect(maySign).toBe(needed.some(({ signs }) => signs));
  });
});

test('only administration lets people sign in, and nobody sets a password or removes an account', () => {
  expect(
    whoMay(
      functions,
      /^cognito-idp:Admin(CreateUser|GetUser|UpdateUserAttributes|DeleteSoftwareToken|UserGlobalSignOut)$/,
    ),
  ).toEqual(['administration']);
  expect(
    whoMay(
      functions,
      /^cognito-idp:(?!Admin(CreateUser|GetUser|UpdateUserAttributes|DeleteSoftwareToken|UserGlobalSignOut)$)/,
    ),
  ).toEqual([]);
});

test('only administration asks whether mail leaves, and is told that, not which, servers prove the time', () => {
  expect(whoMay(functions, /^ses:Get/)).toEqual(['administration']);
  const { Environment } = named('administration');
  expect(Environment.Variables).toMatchObject({ PROVES_TIME: 'no' });
  expect(Environment.Variables).not.toHaveProperty('TIMESTAMP_SERVERS');
});

describe('files', () => {
  test('attachments come through drafting alone, and are frozen by prepare, which cannot add any', () => {
    expect(whoMay(functions, /^s3:PutObject$/, /attachments/)).toEqual(['drafting']);
    expect(whoMay(functions, /^s3:GetObject$/, /attachments/)).toEqual(['drafting', 'prepare']);
  });

  test('only store may write to the signed bucket', () => {
    expect(whoMay(functions, /^s3:PutObject/, /signed/)).toEqual(['store']);
  });

  test("sign sees people's images and seal the agencies', and only enrolment writes them", () => {
    expect(whoMay(functions, /^s3:GetObject/, /images.*people/)).toEqual(['enrolment', 'sign']);
    expect(whoMay(functions, /^s3:GetObject/, /images.*organizations/)).toEqual([
      'enrolment',
      'seal',
    ]);
    expect(whoMay(functions, /^s3:PutObject/, /images/)).toEqual(['enrolment']);
  });

  test('the clerk reads what was signed and writes only what is to be printed', () => {
    const written = named('registry').may.filter(({ Action }) => Action.includes('s3:PutObject'));
    expect(written.map(({ Resource }) => Resource)).toEqual([expect.stringContaining('/prints/*')]);
    expect(whoMay(functions, /^s3:/, /prints/)).toEqual(['registry']);
  });

  test('what anyone uploads to be verified is seen by verification alone, which sees no other file', () => {
    expect(whoMay(functions, /^s3:(Get|Put)Object/, /verification\/\*/)).toEqual(['verification']);
    const files = named('verification').may.filter(({ Action }) =>
      Action.some((action) => /^s3:(Get|Put)/.test(action)),
    );
    expect(files.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
      expect.stringContaining('/verification/*'),
    ]);
    // A grant over the whole bucket would show them, too.
    expect(whoMay(functions, /^s3:(Get|Put)Object/, /working[^/]*"[^/]*"\/\*/)).toEqual([]);
  });

  test('only desks whose press is told by mail may ask for letters, and the one function that writes them is asked', () => {
    expect(whoMay(functions, /^lambda:InvokeFunction$/, /notify/)).toEqual([
      'administration',
      'approval',
      'inbox',
    ]);
  });

  test('nobody may delete a file, or shorten its retention', () => {
    expect(whoMay(functions, /^s3:(Delete|PutObjectRetention|Bypass|\*)/)).toEqual([]);
  });

  test('nobody who signs may render, and the renderer writes nothing that is issued', () => {
    expect(whoMay(functions, /^lambda:InvokeFunction$/, /render/)).toEqual(['drafting']);
    expect(whoMay(functions, /^s3:/, /signed/)).toEqual(['archive', 'inbox', 'registry', 'store']);
  });
});

test('only those who sign and seal are told of timestamp servers', () => {
  const timestampServers = 'https://tsa.example,http://tsa-2.example/rfc3161';
  const told = synthesize({ timestampServers })
    .functions()
    .flatMap(({ name, Environment: { Variables } }) =>
      'TIMESTAMP_SERVERS' in Variables ? [[name, Variables.TIMESTAMP_SERVERS]] : [],
    );
  const both = 'https://tsa.example http://tsa-2.example/rfc3161';
  expect(told.toSorted()).toEqual([
    ['seal', both],
    ['sign', both],
  ]);
  for (const wrong of ['tsa.example', 'ftp://tsa.example', Array(6).fill('http://a').join()]) {
    expect(() => synthesize({ timestampServers: wrong })).toThrow(/timestampServers/);
  }
});

test('what reads files of strangers writes nothing but what it has read', () => {
  const { may } = named('import');
  const files = may.filter(({ Action }) => Action.includes('s3:PutObject'));
  expect(files.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
    expect.stringContaining('/imports/*'),
  ]);
  expect(whoMay(functions, /^lambda:InvokeFunction$/, /import/)).toEqual(['drafting']);
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

  test('only desks whose press may begin a turn, and the sweep, start executions; one more sees whether one runs', () => {
    const starters = ['approval', 'drafting', 'registry', 'sweep'];
    expect(whoMay(functions, /^states:StartExecution$/)).toEqual(starters);
    expect(whoMay(functions, /^states:DescribeExecution$/)).toEqual(
      [...starters, 'stopped'].toSorted(),
    );
    expect(whoMay(functions, /^states:(Redrive|Stop)Execution$/)).toEqual([]);
  });
});
