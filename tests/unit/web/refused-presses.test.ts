// Does each reason for which a press may be refused have words of its own, shown where the press was, with a way to what mends it?
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Wrong } from '../../../functions/domain/field-problem.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../../functions/domain/refusal.ts';
import { ProblemError } from '../../../web/api/problem.ts';
import { wayOf } from '../../../web/parts/trouble/way-of.ts';
import * as en from '../../../web/words/en.ts';
import type { RefusedPress, RefusedWords } from '../../../web/words/vi/refused.ts';
import * as vietnamese from '../../../web/words/vi.ts';
import { A_CHAIN, aContent, aHash, REVIEWER } from '../../support/builders.ts';

// The words of the screens ask the browser for its language when they are read.
vi.stubGlobal('localStorage', { getItem: () => null });
const { errorsIn, placesOf, problemsIn, untold } = await import(
  '../../../web/drafting/submitting/places-amiss.ts'
);
afterAll(() => vi.unstubAllGlobals());

const ROOM = 'functions/use-cases/';

/** What each press asks for, as a use case. */
const ASKED: Record<RefusedPress, string[]> = {
  submit: ['submitReport'],
  decide: ['decide'],
  sign: ['decide'],
  urgency: ['decideUrgency'],
  comment: ['comment'],
  discard: ['discardReport'],
  setAside: ['setWordsAside'],
  withdraw: ['withdrawReport'],
  seal: ['sealAndIssue'],
  resume: ['resumeIssue'],
  giveUp: ['giveUpIssue'],
  sendHeld: ['sendHeldDelivery'],
  writeOff: ['writeOffHeldDelivery'],
  receive: ['receiveDelivery'],
  sendBack: ['sendDeliveryBack'],
  begin: ['createReport', 'beginWithTemplate', 'beginWithReport'],
  importWord: ['startImport', 'importReport'],
  template: ['keepTemplate', 'removeTemplate'],
  settings: ['changeSettings'],
  register: ['openRegister'],
  organization: ['addOrganization', 'changeOrganization'],
  existence: ['closeOrganization', 'reopenOrganization'],
  person: ['addPerson', 'changePerson', 'endOffice', 'resumeOffice'],
  account: ['inviteAgain', 'forgetSecondFactor'],
  access: ['settleAccess', 'callOffAccess'],
  key: ['wantCertificate', 'enrolCertificate', 'revokeCertificate'],
  image: ['keepSignatureImage', 'keepSealImage'],
  attach: ['startAttachment'],
  check: ['readVerification'],
};
const PRESSES = Object.keys(ASKED) as RefusedPress[];

/** By name: what stands above each function of the use cases. */
const PROMISES = new Map(
  readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(ROOM + file, 'utf8').matchAll(
          /\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:export )?const (\w+) = /gsu,
        ),
      ].map(([, said = '', name = '']) => [name, said] as const),
    ),
);

/** The refusals that a promise names, one by one, as a kind (`file_*`), or as those of another. */
const promised = (name: string): RefusalCode[] => {
  const said = PROMISES.get(name);
  if (said === undefined) throw new Error(`${name} promises nothing`);
  const kinds = [...said.matchAll(/\b(\w+_)\*/gu)].map(([, kind = '']) => kind);
  const others = [...said.matchAll(/those of\s+(?:\*\s+)?`(\w+)`/gu)].map(
    ([, other = '']) => other,
  );
  return [
    ...REFUSAL_CODES.filter(
      (code) =>
        new RegExp(`\\b${code}\\b`, 'u').test(said) || kinds.some((kind) => code.startsWith(kind)),
    ),
    ...others.flatMap(promised),
  ];
};

/** A role that was taken away refuses every press that needs one. */
const refusalsOf = (press: RefusedPress): RefusalCode[] => [
  ...new Set<RefusalCode>([
    ...ASKED[press].flatMap(promised),
    ...(press === 'check' ? [] : (['not_permitted'] as const)),
  ]),
];

const CASES = PRESSES.flatMap((press) => refusalsOf(press).map((code) => [press, code] as const));
const wordsOf = (
  { refused, problems }: typeof vietnamese,
  press: RefusedPress,
  code: RefusalCode,
) => (refused[press] as RefusedWords)[code] ?? problems[code];

describe('a refused press', () => {
  test('has its use cases read: submitting alone has nineteen refusals', () => {
    expect(refusalsOf('submit').length).toBeGreaterThanOrEqual(19);
    expect(refusalsOf('key')).toContain('certificate_key_mismatch');
    expect(refusalsOf('importWord')).toContain('file_with_macros');
  });

  test.each([
    ['in Vietnamese', vietnamese],
    ['in English', en],
  ])('is told %s what it was refused for, and nothing else in the same words', (_, words) => {
    for (const press of PRESSES) {
      const codesOf = Map.groupBy(refusalsOf(press), (code) => wordsOf(words, press, code));
      const alike = [...codesOf.values()].filter((codes) => codes.length > 1);
      expect(alike, press).toEqual([]);
      for (const said of codesOf.keys()) expect(said, press).toMatch(/\.$/);
    }
  });

  test('has words for nothing that it cannot be refused for', () => {
    const idle = PRESSES.flatMap((press) =>
      Object.keys(vietnamese.refused[press])
        .filter((code) => !refusalsOf(press).some((each) => each === code))
        // Whoever asks is looked up before any use case.
        .filter((code) => code !== 'person_unknown')
        .map((code) => `${press}: ${code}`),
    );
    expect(idle).toEqual([]);
  });

  test('that the administrator mends leads there, or names whoever can be told', () => {
    const astray = CASES.filter(([press, code]) => {
      const isHis = /Hãy báo quản trị/u.test(wordsOf(vietnamese, press, code));
      return isHis && ['here', 'anew', 'reload', 'home', 'waiting'].includes(wayOf(code, press));
    });
    expect(astray).toEqual([]);
  });

  test.each<[RefusedPress, RefusalCode, string]>([
    ['submit', 'chain_empty', 'settings'],
    ['submit', 'chain_without_signer', 'settings'],
    ['submit', 'chain_person_unknown', 'settings'],
    ['submit', 'signature_unknown', 'directory'],
    ['submit', 'key_missing', 'keys'],
    ['submit', 'signer_saved_this_version', 'newReport'],
    ['submit', 'attachment_not_as_named', 'here'],
    ['submit', 'input_invalid', 'here'],
    ['submit', 'revision_conflict', 'reload'],
    ['sign', 'content_changed', 'anew'],
    ['seal', 'not_permitted', 'directory'],
    ['withdraw', 'not_permitted', 'directory'],
    ['discard', 'not_permitted', 'directory'],
    ['discard', 'revision_conflict', 'reload'],
    ['existence', 'not_permitted', 'nowhere'],
    ['seal', 'status_wrong', 'anew'],
    ['receive', 'already_decided', 'anew'],
    ['person', 'email_taken', 'directory'],
    ['settings', 'entry_changed', 'anew'],
  ])('%s: %s is mended at: %s', (press, code, way) => {
    expect(wayOf(code, press)).toBe(way);
  });
});

describe('a screen', () => {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => [file, readFileSync(`web/${file}`, 'utf8')] as const);

  test('shows why a press was refused, wherever it has one', () => {
    const silent = files.flatMap(([file, text]) =>
      [...text.matchAll(/const (\w+) = use(?:Press|Mutation)\(/gu)].flatMap(([, press = '']) =>
        new RegExp(`\\b${press}\\.error|save=\\{${press}\\}|\\b${press};`, 'u').test(text)
          ? []
          : [`${file}: ${press}`],
      ),
    );
    expect(silent).toEqual([]);
  });

  test('says of which press it tells', () => {
    const nameless = files.flatMap(([file, text]) =>
      [...text.matchAll(/const (\w+) = usePress\(/gu)].flatMap(([, press = '']) =>
        new RegExp(`<Trouble error=\\{${press}\\.error\\}(?! of=)`, 'u').test(text) ? [file] : [],
      ),
    );
    expect(nameless).toEqual([]);
  });
});

describe('the places that keep a report from being submitted', () => {
  const content = aContent({
    attachments: [{ name: 'Bảng kê.pdf', bytes: 3, sha256: aHash('a') }],
  });
  const nameOf = (id: string) => (id === REVIEWER.id ? REVIEWER.name : '');
  const problem = (code: RefusalCode, path: (string | number)[], wrong?: Wrong) =>
    new ProblemError(code, { fields: [{ path, message: 'for programs', wrong }] });

  test.each([
    [
      'a file that is not what its name says',
      problem('attachment_not_as_named', ['attachments', 0], { what: 'notAsNamed' }),
      'Tệp đính kèm “Bảng kê.pdf”: Nội dung tệp không đúng loại như tên tệp.',
    ],
    [
      'a recipient that is no more',
      problem('recipient_closed', ['addressees', 0, 'organizationId'], { what: 'gone' }),
      'Kính gửi “UBND huyện Hương Sơn”: cơ quan này không còn hoạt động. Hãy chọn cơ quan khác.',
    ],
    [
      'a part that is missing',
      problem('input_invalid', ['subject'], { what: 'missing' }),
      'Trích yếu: cần điền.',
    ],
  ])('name %s, and lead there', (_, error, said) => {
    expect(placesOf(error, content, [], A_CHAIN, nameOf)).toEqual([
      { path: error.fields[0]?.path, said },
    ]);
  });

  test('name a reviewer who may not review any more, who is not in the report', () => {
    const error = problem('chain_person_unknown', ['chain', 0, 'people', 0]);
    expect(placesOf(error, content, [], A_CHAIN, nameOf)).toEqual([
      { path: null, said: `Kiểm tra: ${REVIEWER.name} không còn được giao việc này.` },
    ]);
  });

  const path = ['signature', 'name'];
  const vi = 'Họ tên người ký ghi theo danh bạ: “Nguyễn Văn Minh”.';
  const finding = {
    rule: 'signature-of-another',
    severity: 'error' as const,
    source: 'Annex I, II.7',
    path,
    vi,
    en: '',
    fix: null,
  };

  test('say of a signature what the check says of it', () => {
    const error = problem('input_invalid', path);
    expect(placesOf(error, content, [finding], A_CHAIN, nameOf)).toEqual([{ path, said: vi }]);
  });

  test('tell of two errors at one place each once', () => {
    const other = { ...finding, rule: 'signature-blank', vi: 'Còn chỗ trống.' };
    const both = [finding, other];
    const said = [
      { path, said: vi },
      { path, said: other.vi },
    ];
    const fields = both.map((each) => ({
      path,
      message: 'for programs',
      wrong: { what: 'found' as const, vi: each.vi, en: each.en },
    }));
    const error = new ProblemError('findings_open', { fields });
    expect(placesOf(error, content, both, A_CHAIN, nameOf)).toEqual(said);
    expect(errorsIn([...both, finding])).toEqual(said);
  });

  test('are marked in the words that were refused, and in no others', () => {
    const refusal = { of: 4, error: problem('input_invalid', ['addressees', 0]) };
    expect(problemsIn(refusal, 4)).toEqual(refusal.error.fields);
    expect(problemsIn(refusal, 5)).toEqual([]);
    expect(problemsIn(null, 4)).toEqual([]);
  });

  test('who decides on a report is not looked for in its words', () => {
    const error = problem('signature_unknown', ['chain', 1, 'people', 0]);
    expect(problemsIn({ of: 4, error }, 4)).toEqual([]);
  });

  test('are not told again where the check tells of them', () => {
    expect(untold([{ path, words: vi }], [finding])).toEqual([]);
    const other = { path, words: 'Họ tên: cần điền.' };
    expect(untold([other], [finding])).toEqual([other]);
  });

  test('are none where there was no answer at all', () => {
    expect(placesOf(new Error('?'), content, [], A_CHAIN, nameOf)).toEqual([]);
  });
});
