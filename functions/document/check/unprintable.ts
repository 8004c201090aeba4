// Which characters of a document are in none of the paper's fonts, and where do they stand? They stay as they were
// written, and are reported.
import type { Patch, Path } from '../../domain/content/finding.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { codePointOf, plainFor, unprintableIn } from '../../domain/content/text.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Remark, Rule } from './rule.ts';

type Text = { readonly path: Path; readonly text: string };

/** Every text inside, whatever part it belongs to: a part that is added is looked at too. */
const textsIn = (value: unknown, path: Path): Text[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return parts.flatMap(([name, part]) => textsIn(part, [...path, name]));
};

/** Where one goes to mend it: the block, the cell, the line of a recipient, the field. */
const placeOf = (path: Path): Path => {
  const rows = path.indexOf('rows');
  if (rows !== -1) return path.slice(0, rows + 3);
  const runs = path.indexOf('runs');
  return runs === -1 ? path : path.slice(0, runs);
};

/** What the place is called: `đoạn 3`. Paragraphs are counted as they stand on the desk, headings and tables too. */
const nameOf = (path: Path): readonly [vi: string, en: string] => {
  const [part, first, second, third] = path;
  const at = Number(first) + 1;
  switch (part) {
    case 'appendices': {
      if (second === 'title') return [`tên phụ lục ${at}`, `the title of appendix ${at}`];
      const [vi, en] = nameOf(['blocks', third ?? 0, ...path.slice(4)]);
      return [`phụ lục ${at}, ${vi}`, `appendix ${at}, ${en}`];
    }
    case 'blocks': {
      const [vi, en] = [`đoạn ${at}`, `paragraph ${at}`];
      if (second !== 'rows') return [vi, en];
      const [row, column] = [Number(third) + 1, Number(path[4]) + 1];
      return [
        `${vi} (hàng ${row}, cột ${column} của bảng)`,
        `${en} (row ${row}, column ${column} of the table)`,
      ];
    }
    case 'addressees':
      return [`dòng kính gửi ${at}`, `addressee ${at}`];
    case 'recipients':
      return [`dòng nơi nhận ${at}`, `recipient ${at}`];
    default:
      return FIELDS[part as keyof typeof FIELDS] ?? ['văn bản', 'the document'];
  }
};

const FIELDS = {
  superiorLine: ['tên cơ quan chủ quản', 'the name of the superior agency'],
  agencyLines: ['tên cơ quan ban hành', 'the name of the issuing agency'],
  symbol: ['ký hiệu', 'the symbol'],
  place: ['địa danh', 'the place'],
  subject: ['trích yếu', 'the subject'],
  archive: ['dòng lưu', 'the archive line'],
  signature: ['phần ký', 'the signature block'],
  drafterMark: ['ký hiệu người soạn thảo', 'the drafter’s mark'],
  contactLine: ['dòng địa chỉ', 'the contact line'],
} as const satisfies Partial<Record<keyof ReportContent, readonly [string, string]>>;

/** More in one place would not be read. */
const MOST_NAMED = 5;

/** What people see as one sign may be several characters: a face and the colour of its skin. */
const SIGNS = new Intl.Segmenter('vi', { granularity: 'grapheme' });

const isUnseen = (sign: string): boolean => plainFor(sign)?.trim() === '';

/** What is seen is shown; what is not, or looks different everywhere, has only its code. */
const calledOf = (sign: string): readonly [vi: string, en: string] => {
  if (isUnseen(sign)) return [`dấu ẩn (${codePointOf(sign)})`, `hidden ${codePointOf(sign)}`];
  if (/^\p{C}/u.test(sign)) return [`dấu lạ (${codePointOf(sign)})`, codePointOf(sign)];
  return [`${/^\p{L}/u.test(sign) ? 'chữ' : 'dấu'} “${sign}”`, `“${sign}”`];
};

/** Something unseen that clings to a letter is wrong without it. */
const wrongIn = (sign: string): string[] => {
  const wrong = [...sign].filter((character) => unprintableIn(character) !== null);
  return wrong.length > 0 && wrong.every(isUnseen) ? wrong : [sign];
};

const signsIn = (texts: readonly Text[]): string[] => [
  ...new Set(
    texts.flatMap(({ text }) =>
      [...SIGNS.segment(text)]
        .map(({ segment }) => segment)
        .filter((sign) => unprintableIn(sign) !== null)
        .flatMap(wrongIn),
    ),
  ),
];

const listed = (names: readonly string[]): string =>
  [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join(', ');

const plainly = (text: string): string =>
  [...text.normalize('NFC')]
    .map((character) =>
      unprintableIn(character) === null ? character : (plainFor(character) ?? character),
    )
    .join('')
    .normalize('NFC');

/** More patches are none that one press should do. */
const MOST_PATCHES = 60;

/** A press puts what says the same, where something does for every sign. */
const fixOf = (texts: readonly Text[]): Patch[] | null => {
  const mended = texts.map(({ path, text }) => ({ path, value: plainly(text) }));
  const isWhole = mended.every(({ value }) => unprintableIn(value) === null);
  if (!isWhole || mended.length > MOST_PATCHES) return null;
  return mended.map(({ path, value }) => ({ op: 'replace', path, value }));
};

/** One remark for each place, in the order of the paper. Of attached files nothing is printed. */
export const unprintableParts = ({ attachments: _, ...content }: ReportContent): Remark[] => {
  const wrong = textsIn(content, []).filter(({ text }) => unprintableIn(text) !== null);
  const places = Map.groupBy(wrong, ({ path }) => placeOf(path).join('.'));
  return [...places.values()].flatMap((texts) => {
    const [first] = texts;
    if (!first) return [];
    const path = placeOf(first.path);
    const names = signsIn(texts).map(calledOf);
    const [vi, en] = nameOf(path);
    const signs = listed(names.map(([name]) => name));
    return [
      {
        path,
        vi: `${signs.charAt(0).toLocaleUpperCase('vi')}${signs.slice(1)} ở ${vi} không in được: thay bằng chữ hoặc dấu khác.`,
        en: `${listed(names.map(([, name]) => name))} in ${en} cannot be printed: write other letters or signs.`,
        fix: fixOf(texts),
      },
    ];
  });
};

export const UNPRINTABLE: Rule = {
  id: 'unprintable-text',
  severity: 'error',
  look: unprintableParts,
};

/** Asked before anything is set: no sign may be missing on a page, or stand there as another. Refusal: text_unprintable. */
export const requirePrintable = (content: ReportContent): void => {
  const parts = unprintableParts(content);
  if (parts.length === 0) return;
  throw new Refusal('text_unprintable', {
    message: parts.map(({ en }) => en).join(' '),
    fields: parts.map(({ path, en }) => ({ path: ['content', ...path], message: en })),
  });
};
