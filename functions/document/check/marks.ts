// Are marks and spaces where they belong, and is nothing typed that the paper prints by itself?
import { isCapitalWord } from './capital-words.ts';
import { type PassageKind, passagesIn, RUNNING } from './passages.ts';
import { type Rule, warns, warnsOf } from './rule.ts';
import { isTemplateBlank, OPEN_PLACE } from './template-blanks.ts';

const ALL: readonly PassageKind[] = [...RUNNING, 'subject', 'cell', 'division', 'appendixTitle'];
const FILLED_IN: readonly PassageKind[] = [...ALL, 'addressee', 'recipient'];
const NUMBERED: readonly PassageKind[] = ['heading', 'clause', 'article', 'division'];
const TYPED_NUMBER =
  /^\s*(?:(?:[IVX]+|\d{1,2})[.)]\s+|[a-zđ]\)\s*|(?:Điều|Chương|Mục|Phần)\s+(?:\d+|[IVX]+)[.:]?\s+)/u;

/** Old and new ways of setting the tone: both are read, one document keeps to one. */
const OLD_TONE =
  /(?<!\p{L})\p{L}*(?:òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|(?<![qQ])(?:ùy|úy|ủy|ũy|ụy))(?!\p{L})/giu;
const NEW_TONE =
  /(?<!\p{L})\p{L}*(?:oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|(?<![qQ])(?:uỳ|uý|uỷ|uỹ|uỵ))(?!\p{L})/giu;

export const MARKS: readonly Rule[] = [
  warnsOf('space-before-mark', {
    kinds: ALL,
    // An ellipsis may stand apart.
    find: /(?<=[\p{L}\d)”"])\s+(?=[;,:!?](?:\s|$)|\.(?!\.)(?:\s|$))/gu,
    vi: () => 'Không để dấu cách trước dấu câu.',
    en: () => 'No space stands before a mark.',
    by: () => '',
  }),
  warnsOf('mark-repeated', {
    kinds: ALL,
    // Next to an ellipsis, and from the fifth on, full stops are a place to fill in.
    find: /(?<![.…\s])\s*(?:\.{2}|\.{4})(?![./…])|([,;:])\s*\1+/gu,
    vi: ([found]) => `Dấu “${found.trim()}” thừa.`,
    en: ([found]) => `The mark “${found.trim()}” is repeated.`,
    by: ([, mark]) => mark ?? '.',
  }),
  warnsOf('space-behind-mark-wanting', {
    kinds: ALL,
    find: /(?<=\p{L}{2})[,;](?=\p{L}{2})|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})/gu,
    vi: ([found]) => `Sau dấu “${found}” phải có dấu cách.`,
    en: ([found]) => `A space follows the mark “${found}”.`,
    by: ([found]) => `${found} `,
  }),
  warnsOf('spaces-repeated', {
    kinds: ALL,
    find: /(?<=\S) {2,}(?=\S)/gu,
    vi: () => 'Thừa dấu cách.',
    en: () => 'There is more than one space.',
    by: () => ' ',
  }),
  warnsOf('space-inside-brackets', {
    kinds: ALL,
    find: /(?<=[([“])\s+(?=\S)|(?<=[^\s([“])\s+(?=[)\]”])/gu,
    vi: () => 'Không để dấu cách sau dấu mở ngoặc, trước dấu đóng ngoặc.',
    en: () => 'No space stands inside brackets or quotation marks.',
    by: () => '',
  }),
  warnsOf('word-repeated', {
    kinds: ALL,
    // Other words are doubled on purpose: luôn luôn, dần dần.
    find: /(?<!\p{L})(của|và|các|những|được|là|với|cho|trong|theo|về|tại|để|đã|số|ngày|năm) \1(?!\p{L})/giu,
    vi: ([found]) => `Lặp từ: “${found}”.`,
    en: ([found]) => `The word is repeated: “${found}”.`,
    by: ([, word = '']) => word,
  }),
  warnsOf('place-left-open', {
    kinds: FILLED_IN,
    find: OPEN_PLACE,
    unless: isTemplateBlank,
    vi: () => 'Còn chỗ chưa điền (…).',
    en: () => 'A place is left to be filled in (…).',
  }),
  {
    id: 'template-blank',
    severity: 'error',
    look: (content) =>
      passagesIn(content)
        .filter(({ kind }) => FILLED_IN.includes(kind))
        .flatMap((passage) =>
          [...passage.text.matchAll(OPEN_PLACE)]
            .filter((match) => isTemplateBlank(match, passage))
            .map(() => ({
              path: passage.path,
              vi: 'Chỗ trống của mẫu chưa điền (…). Hãy điền, hoặc xóa đi.',
              en: 'A blank of the template is not filled in (…). Please fill it in, or take it out.',
            })),
        ),
  },
  warnsOf('bullet-typed', {
    kinds: ['bullet', 'label'],
    find: /^\s*[-+–•*]\s*(?=\S)/gu,
    vi: ([found]) => `Dấu đầu dòng được in sẵn, bỏ “${found.trim()}”.`,
    en: ([found]) => `The bullet is printed already: “${found.trim()}” is one too many.`,
    by: () => '',
  }),
  warns('bullet-in-paragraph', ({ blocks }) =>
    blocks.flatMap((block, index) => {
      const found =
        block.kind === 'paragraph'
          ? /^\s*([-+–•])\s*(?=\p{L})/u.exec(block.runs[0]?.text ?? '')
          : null;
      if (!found || block.kind !== 'paragraph') return [];
      const runs = block.runs.map((run, at) =>
        at === 0 ? { ...run, text: run.text.slice(found[0].length) } : run,
      );
      return [
        {
          path: ['blocks', index],
          vi: 'Đoạn gõ gạch đầu dòng: chọn loại “Gạch (-)” hoặc “Gạch (+)”.',
          en: 'This paragraph is a bullet.',
          fix: [
            {
              op: 'replace',
              path: ['blocks', index],
              value: { kind: 'bullet', level: found[1] === '+' ? 2 : 1, runs },
            },
          ],
        },
      ];
    }),
  ),
  warnsOf('number-typed', {
    kinds: NUMBERED,
    find: new RegExp(TYPED_NUMBER, 'gu'),
    vi: ([found]) => `Số thứ tự được đánh tự động, bỏ “${found.trim()}”.`,
    en: ([found]) => `Numbers are counted: “${found.trim()}” is one too many.`,
    by: () => '',
  }),
  warns('number-in-paragraph', ({ blocks }) =>
    blocks.flatMap((block, index) =>
      block.kind === 'paragraph' && TYPED_NUMBER.test(block.runs[0]?.text ?? '')
        ? [
            {
              path: ['blocks', index],
              vi: 'Đoạn gõ số thứ tự bằng tay: chọn đề mục, khoản hoặc điểm để đánh số tự động.',
              en: 'The paragraph has a typed number: as a heading or clause it would be counted.',
            },
          ]
        : [],
    ),
  ),
  warns('end-mark-typed', (content) => {
    const passages = passagesIn(content).filter(
      ({ path, text }) => path[0] === 'blocks' && text.trim() !== '',
    );
    return passages.flatMap(({ path, text, parts }, index) => {
      const isLast = index === passages.length - 1;
      const part = parts.find((one) => one.text.includes('./.'));
      if (
        !part ||
        (isLast &&
          text.trimEnd().endsWith('./.') &&
          text.indexOf('./.') === text.lastIndexOf('./.'))
      )
        return [];
      return [
        {
          path,
          vi: 'Dấu “./.” được in sẵn ở cuối nội dung, không gõ ở chỗ khác.',
          en: '“./.” is printed at the end of the body, and stands nowhere else.',
          fix: [{ op: 'replace', path: part.path, value: part.text.replaceAll('./.', '.') }],
        },
      ];
    });
  }),
  warns('bracket-open', (content) =>
    passagesIn(content)
      .filter(({ kind }) => ALL.includes(kind))
      .flatMap(({ path, text }) => {
        const bare = text.replace(/(^|\s)(?:[a-zđ]|\d{1,2})\)/gu, '$1');
        return (
          [
            ['(', ')'],
            ['“', '”'],
            ['[', ']'],
          ] as const
        ).flatMap(([open, close]) =>
          bare.split(open).length === bare.split(close).length
            ? []
            : [
                {
                  path,
                  vi: `Dấu ${open} ${close} chưa đủ cặp.`,
                  en: `${open} and ${close} do not pair.`,
                },
              ],
        );
      }),
  ),
  warnsOf('quotes-straight', {
    kinds: ALL,
    find: /"([^"]{1,200})"/gu,
    vi: () => 'Dùng dấu ngoặc kép “ ”.',
    en: () => 'Quotation marks are “ ”.',
    by: ([, words = '']) => `“${words}”`,
  }),
  warns('tones-set-in-two-ways', (content) => {
    const texts = passagesIn(content);
    const old = texts.find(({ text }) => text.search(OLD_TONE) >= 0)?.text.match(OLD_TONE)?.[0];
    const other = texts.find(({ text }) => text.search(NEW_TONE) >= 0);
    const found = other?.text.match(NEW_TONE)?.[0];
    return old && other && found
      ? [
          {
            path: other.path,
            vi: `Cách đặt dấu thanh không thống nhất: “${old}” và “${found}”.`,
            en: `Tones are set in two ways: “${old}” and “${found}”.`,
          },
        ]
      : [];
  }),
  warns('abbreviation-unexplained', (content) => unexplained(content, 'body')),
  warns('abbreviation-in-subject', (content) => unexplained(content, 'subject')),
];

/** Known to every office: nobody writes them out. */
const KNOWN = new Set(
  'UBND HĐND MTTQ UBMTTQ TP TX QĐ NĐ TT KH BC NQ CP TTg ISO TCVN QCVN QH BNV KT XH ATTP THCS THPT BHYT BHXH HTX CNTT VNPT PDF SMS QR ASEAN WTO WHO UNESCO UNDP UNICEF HIV AIDS COVID GDP III VII VIII XIII XII XIV'.split(
    ' ',
  ),
);
const ABBREVIATION = /(?<![\p{L}\d/.-])\p{Lu}{2,8}(?![\p{L}\d/-])/gu;

/** The longest word in capitals that may stand beside it, and the spaces around that. */
const BESIDE = 10;

const abbreviationsIn = (text: string): string[] =>
  // Where all is in capitals, nothing is an abbreviation.
  /\p{Ll}/u.test(text)
    ? [...text.matchAll(ABBREVIATION)]
        .filter(({ 0: found, index }) => {
          const end = index + found.length;
          const before = text.slice(Math.max(0, index - BESIDE), index);
          return !(
            KNOWN.has(found) ||
            /^[IVXLC]+$/u.test(found) ||
            isCapitalWord(found, before, text.slice(end, end + BESIDE))
          );
        })
        .map(([found]) => found)
    : [];

const unexplained = (content: Parameters<typeof passagesIn>[0], where: 'body' | 'subject') => {
  const passages = passagesIn(content).filter(
    ({ kind }) => RUNNING.includes(kind) || kind === 'cell' || kind === 'subject',
  );
  const all = passages.map(({ text }) => text).join('\n');
  const seen = new Set<string>();
  return passages
    .filter(({ kind }) => (kind === 'subject') === (where === 'subject'))
    .flatMap(({ path, text }) =>
      abbreviationsIn(text).flatMap((short) => {
        if (
          seen.has(short) ||
          all.includes(`(${short})`) ||
          new RegExp(`(?:tắt là|gọi là|tắt:)\\s*[“"]?${short}`, 'u').test(all)
        )
          return [];
        seen.add(short);
        return where === 'subject'
          ? [
              {
                path,
                vi: `Trích yếu không nên viết tắt “${short}”.`,
                en: `“${short}” should be written out in the subject.`,
              },
            ]
          : [
              {
                path,
                vi: `Lần đầu dùng “${short}” cần viết đầy đủ, kèm (${short}).`,
                en: `“${short}” is never written out; at first use it needs its full words.`,
              },
            ];
      }),
    );
};
