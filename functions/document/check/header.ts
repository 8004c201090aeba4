// Is the head of the document as it should be: agency, symbol, place, subject?
import { DOCUMENT_TYPES, symbolOf } from '../../domain/content/document-type.ts';
import type { Patch } from '../../domain/content/finding.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { lowerFirst, upperFirst } from './passages.ts';
import { type Rule, warns } from './rule.ts';

const replaced = (path: (string | number)[], value: string | null): Patch[] => [
  { op: 'replace', path, value },
];

const nameOf = ({ type }: ReportContent) => DOCUMENT_TYPES[type].name;
const isCommittee = ({ agencyLines }: ReportContent) =>
  /^ủy ban nhân dân|^uỷ ban nhân dân/iu.test(agencyLines[0] ?? '');

/** `Phường 1`, `Thành phố Hồ Chí Minh`: named after a number or a person, the common noun belongs to the name. */
const UNIT_BEFORE_NAME = /^(xã|phường|thị trấn|huyện|quận|thị xã|tỉnh)\s+(?=\p{L})/iu;

/** The ideal subject is a line or two. */
const LONG_SUBJECT = 200;

export const HEADER: readonly Rule[] = [
  warns('symbol-of-another-type', ({ symbol, type, ...content }, { abbreviation }) => {
    const own = DOCUMENT_TYPES[type].abbreviation;
    const first = symbol.split('-')[0] ?? '';
    if (own === null) {
      const typed = Object.values(DOCUMENT_TYPES).some((other) => other.abbreviation === first);
      return typed
        ? [
            {
              path: ['symbol'],
              vi: `${nameOf({ type, symbol, ...content })} không ghi tên loại trong ký hiệu (${first}).`,
              en: `This type has no abbreviation in its symbol (${first}).`,
            },
          ]
        : [];
    }
    if (first === own) return [];
    return [
      {
        path: ['symbol'],
        vi: `Ký hiệu ${symbol} không phải của ${DOCUMENT_TYPES[type].name.toLocaleLowerCase('vi')} (${own}-…).`,
        en: `The symbol ${symbol} does not begin with ${own}, the abbreviation of the type.`,
        fix: abbreviation === null ? null : replaced(['symbol'], symbolOf(type, abbreviation)),
      },
    ];
  }),
  warns('symbol-of-another-agency', ({ symbol }, { abbreviation }) =>
    abbreviation === null || symbol.split('-').includes(abbreviation)
      ? []
      : [
          {
            path: ['symbol'],
            vi: `Ký hiệu chưa có chữ viết tắt của cơ quan (${abbreviation}).`,
            en: `The symbol does not hold the agency’s abbreviation (${abbreviation}).`,
          },
        ],
  ),
  warns('letter-symbol-without-unit', ({ type, symbol }) =>
    type === 'congVan' && !symbol.includes('-')
      ? [
          {
            path: ['symbol'],
            vi: `Ký hiệu công văn ghi thêm đơn vị soạn thảo hoặc lĩnh vực sau tên cơ quan: ${symbol}-….`,
            en: `The symbol of a letter names its drafting unit or field behind the agency: ${symbol}-….`,
          },
        ]
      : [],
  ),
  warns('place-with-unit', ({ place }) => {
    const unit = UNIT_BEFORE_NAME.exec(place)?.[0];
    if (!unit || /\d/.test(place)) return [];
    return [
      {
        path: ['place'],
        vi: `Địa danh chỉ ghi tên riêng, không ghi “${unit.trim()}”.`,
        en: `The place is the name alone, without “${unit.trim()}”.`,
        fix: replaced(['place'], upperFirst(place.slice(unit.length))),
      },
    ];
  }),
  warns('place-in-small-letters', ({ place }) =>
    /^\p{Ll}/u.test(place)
      ? [
          {
            path: ['place'],
            vi: 'Địa danh phải viết hoa.',
            en: 'The place begins with a capital.',
            fix: replaced(['place'], upperFirst(place)),
          },
        ]
      : [],
  ),
  warns('superior-of-committee', (content) =>
    content.superiorLine && isCommittee(content)
      ? [
          {
            path: ['superiorLine'],
            vi: 'Ủy ban nhân dân không ghi cơ quan chủ quản.',
            en: 'A People’s Committee shows no superior agency.',
            fix: replaced(['superiorLine'], null),
          },
        ]
      : [],
  ),
  warns('agency-abbreviated', ({ agencyLines }) =>
    agencyLines.flatMap((line, index) =>
      /(^|\s)(UBND|HĐND|VP|P\.)(?=\s|$)/u.test(line)
        ? [
            {
              path: ['agencyLines', index],
              vi: 'Tên cơ quan ban hành phải ghi đầy đủ, không viết tắt.',
              en: 'The issuing agency’s name is written in full.',
              fix: replaced(
                ['agencyLines', index],
                line
                  .replace(/(^|\s)UBND(?=\s|$)/u, '$1ỦY BAN NHÂN DÂN')
                  .replace(/(^|\s)HĐND(?=\s|$)/u, '$1HỘI ĐỒNG NHÂN DÂN'),
              ),
            },
          ].filter(({ fix }) => fix?.[0] && 'value' in fix[0] && fix[0].value !== line)
        : [],
    ),
  ),
  warns('subject-ends-with-mark', ({ subject }) =>
    /[.;:,]\s*$/u.test(subject) && !/\.\.\.$/.test(subject)
      ? [
          {
            path: ['subject'],
            vi: 'Trích yếu không có dấu câu ở cuối.',
            en: 'The subject ends without a mark.',
            fix: replaced(['subject'], subject.replace(/[\s.;:,]+$/u, '')),
          },
        ]
      : [],
  ),
  warns('subject-repeats-type', (content) => {
    const { subject } = content;
    const name = nameOf(content);
    return name !== 'Công văn' &&
      subject.toLocaleLowerCase('vi').startsWith(`${name.toLocaleLowerCase('vi')} `)
      ? [
          {
            path: ['subject'],
            vi: `Trích yếu không nhắc lại tên loại “${name}”.`,
            en: `The subject does not repeat the type “${name}”.`,
            fix: replaced(['subject'], upperFirst(subject.slice(name.length).trim())),
          },
        ]
      : [];
  }),
  warns('subject-in-small-letters', ({ subject, type }) =>
    type !== 'congVan' && /^\p{Ll}/u.test(subject)
      ? [
          {
            path: ['subject'],
            vi: 'Trích yếu bắt đầu bằng chữ hoa.',
            en: 'The subject begins with a capital.',
            fix: replaced(['subject'], upperFirst(subject)),
          },
        ]
      : [],
  ),
  warns('letter-subject-in-capital', ({ subject, type }) =>
    type === 'congVan' && /^\p{Lu}\p{Ll}/u.test(subject)
      ? [
          {
            path: ['subject'],
            vi: 'Sau “V/v”, trích yếu công văn bắt đầu bằng chữ thường.',
            en: 'Behind “V/v” the subject of a letter begins with a small letter.',
            fix: replaced(['subject'], lowerFirst(subject)),
          },
        ]
      : [],
  ),
  warns('subject-with-lead', ({ subject, type }) => {
    const lead = /^(v\/v|về việc)[\s:]+/iu.exec(subject)?.[0];
    if (!lead || (type !== 'congVan' && !/^v\/v/iu.test(lead))) return [];
    const rest = subject.slice(lead.length);
    return [
      {
        path: ['subject'],
        vi: `“${lead.trim()}” được in sẵn hoặc không cần, xin bỏ.`,
        en: `“${lead.trim()}” is printed already, or not needed.`,
        fix: replaced(['subject'], type === 'congVan' ? lowerFirst(rest) : upperFirst(rest)),
      },
    ];
  }),
  warns('subject-too-long', ({ subject }) =>
    subject.length > LONG_SUBJECT
      ? [
          {
            path: ['subject'],
            vi: 'Trích yếu dài; nên ngắn gọn, phản ánh khái quát nội dung.',
            en: 'The subject is long; it should be short and general.',
          },
        ]
      : [],
  ),
];
