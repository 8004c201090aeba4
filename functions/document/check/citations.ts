// Are other documents cited as Annex I, II.6.b and II.6.c have it, and is each what its symbol says?
import { DOCUMENT_TYPES } from '../../domain/content/document-type.ts';
import { passagesIn, RUNNING } from './passages.ts';
import { type Rule, warns, warnsOf } from './rule.ts';

const NAMED = Object.values(DOCUMENT_TYPES).filter(({ abbreviation }) => abbreviation !== null);
const NAMES = NAMED.map(({ name }) => name).join('|');
/** `Kế hoạch số 11/KH-UBND`; the year that a legal document has in between is let pass. */
const CITED = new RegExp(
  `(?<!\\p{L})(${NAMES})\\s+số\\s+(\\d+[a-z]?)(?:\\/\\d{4})?\\/([\\p{L}\\d]+)(-[\\p{L}\\d&.-]+)?`,
  'giu',
);

const abbreviationOf = (name: string) =>
  NAMED.find((type) => type.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'))
    ?.abbreviation;
const nameOf = (abbreviation: string) =>
  NAMED.find((type) => type.abbreviation === abbreviation)?.name;

export const CITATIONS: readonly Rule[] = [
  warnsOf('cited-type-and-symbol-differ', {
    kinds: [...RUNNING, 'subject', 'cell'],
    find: CITED,
    unless: ([, name = '', , symbol = '']) =>
      nameOf(symbol) === undefined || abbreviationOf(name) === symbol,
    vi: ([found, name = '', , symbol = '']) =>
      `“${found}”: tên loại “${name}” nhưng ký hiệu ${symbol} là của ${nameOf(symbol)?.toLocaleLowerCase('vi')}.`,
    en: ([found, name = '', , symbol = '']) =>
      `“${found}”: the type says ${name}, the symbol ${symbol} says ${nameOf(symbol)}.`,
  }),
  warnsOf('cited-without-symbol', {
    kinds: RUNNING,
    find: new RegExp(`(?<!\\p{L})(?:${NAMES})\\s+số\\s+\\d+(?=\\s|[,;.]|$)`, 'giu'),
    vi: ([found]) => `“${found}” chưa có ký hiệu sau số.`,
    en: ([found]) => `“${found}” has a number and no symbol.`,
  }),
  warnsOf('cited-without-word-number', {
    kinds: RUNNING,
    find: new RegExp(`(?<=(?<!\\p{L})(?:${NAMES}) )(?=\\d{1,5}(?:\\/\\d{4})?\\/\\p{Lu})`, 'giu'),
    vi: () => 'Trước số của văn bản được viện dẫn có chữ “số”.',
    en: () => 'The number of a cited document is preceded by “số”.',
    by: () => 'số ',
  }),
  warnsOf('cited-number-below-ten', {
    kinds: RUNNING,
    find: new RegExp(`(?<=(?:${NAMES})\\s+số\\s+)\\d(?=/)`, 'giu'),
    vi: ([found]) => `Số nhỏ hơn 10 ghi thêm số 0: 0${found}.`,
    en: ([found]) => `Numbers below 10 get a 0: 0${found}.`,
    by: ([found]) => `0${found}`,
  }),
  warns('first-citation-without-date', (content) => {
    const seen = new Set<string>();
    return passagesIn(content)
      .filter(({ kind }) => RUNNING.includes(kind))
      .flatMap(({ path, text }) =>
        [...text.matchAll(CITED)].flatMap((match) => {
          const [found] = match;
          const cited = found.toLocaleLowerCase('vi');
          if (seen.has(cited)) return [];
          seen.add(cited);
          return /^\s*,?\s*(?:ngày\s+\d|năm\s+\d|do\s|của\s)/iu.test(
            text.slice(match.index + found.length),
          )
            ? []
            : [
                {
                  path,
                  vi: `Lần đầu viện dẫn “${found}” cần ghi ngày, cơ quan ban hành và trích yếu.`,
                  en: `Cited for the first time, “${found}” needs its date, agency and subject.`,
                },
              ];
        }),
      );
  }),
  warns('legal-basis-in-other-words', ({ blocks }) =>
    blocks.flatMap((block, index) =>
      block.kind === 'legalBasis' &&
      !/^\s*(căn cứ|theo|xét|thực hiện|trên cơ sở)\s/iu.test(
        block.runs.map(({ text }) => text).join(''),
      )
        ? [
            {
              path: ['blocks', index],
              vi: 'Căn cứ bắt đầu bằng “Căn cứ …” hoặc “Theo đề nghị …”.',
              en: 'A legal basis begins with “Căn cứ” or “Theo đề nghị”.',
            },
          ]
        : [],
    ),
  ),
  warns('legal-basis-as-paragraph', ({ blocks }) =>
    blocks.flatMap((block, index) =>
      block.kind === 'paragraph' &&
      /^\s*Căn cứ\s.*;\s*$/u.test(block.runs.map(({ text }) => text).join(''))
        ? [
            {
              path: ['blocks', index],
              vi: 'Đoạn này là căn cứ: chọn loại “Căn cứ” để in nghiêng, có dấu cuối đúng.',
              en: 'This paragraph is a legal basis, which is in italics with an end mark of its own.',
              fix: [{ op: 'replace', path: ['blocks', index, 'kind'], value: 'legalBasis' }],
            },
          ]
        : [],
    ),
  ),
];
