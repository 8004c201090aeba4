// Are Kính gửi, Nơi nhận and Lưu as Annex I, II.9 has them, each recipient once, all of them still there?

import { DOCUMENT_TYPES } from '../../domain/content/document-type.ts';
import type { Patch } from '../../domain/content/finding.ts';
import type { RecipientLine, ReportContent } from '../../domain/content/report-content.ts';
import { folded } from './passages.ts';
import { type Rule, warns } from './rule.ts';

/** The types that are addressed to somebody. */
const ADDRESSED = ['congVan', 'toTrinh', 'baoCao', 'thuCong'];
const AS_ABOVE = /^như (trên|kính gửi)$/u;

const isAsAbove = ({ text }: RecipientLine) => AS_ABOVE.test(folded(text));
const remove = (field: 'addressees' | 'recipients', index: number): Patch[] => [
  { op: 'remove', path: [field, index] },
];
const words = (field: 'addressees' | 'recipients', index: number, value: string): Patch[] => [
  { op: 'replace', path: [field, index, 'text'], value },
];
const nameOnly = (text: string) => ({ text, organizationId: null, means: 'nameOnly' });

const bothLists = (content: ReportContent) =>
  (['addressees', 'recipients'] as const).flatMap((field) =>
    content[field].map((line, index) => ({ field, index, line })),
  );

/** The same organization; or the same words, or their beginning, where only words are known. */
const meansSame = (one: RecipientLine, other: RecipientLine): boolean => {
  if (one.organizationId && other.organizationId)
    return one.organizationId === other.organizationId;
  const [short, long] = [folded(one.text), folded(other.text)].toSorted(
    (first, second) => first.length - second.length,
  );
  return (
    short !== undefined &&
    short.length > 8 &&
    (long === short || (long?.startsWith(`${short} `) ?? false))
  );
};

export const RECIPIENTS: readonly Rule[] = [
  warns('addressees-of-another-type', ({ type, addressees, recipients }) =>
    addressees.length > 0 && !ADDRESSED.includes(type)
      ? [
          {
            path: ['addressees'],
            vi: `${DOCUMENT_TYPES[type].name} không có “Kính gửi”; chỉ ghi ở nơi nhận.`,
            en: 'This type has no “Kính gửi”, only recipients.',
            fix: [
              { op: 'replace', path: ['addressees'], value: [] },
              {
                op: 'replace',
                path: ['recipients'],
                value: [
                  ...addressees.filter(
                    (line) => !recipients.some((other) => meansSame(line, other)),
                  ),
                  ...recipients.filter((line) => !isAsAbove(line)),
                ],
              },
            ],
          },
        ]
      : [],
  ),
  warns('addressee-wanting', ({ type, addressees }) =>
    ['congVan', 'toTrinh'].includes(type) && addressees.length === 0
      ? [
          {
            path: ['addressees'],
            vi: `${DOCUMENT_TYPES[type].name} phải có “Kính gửi”.`,
            en: 'This type is addressed to somebody.',
          },
        ]
      : [],
  ),
  warns('as-above-wanting', ({ type, addressees, recipients }) =>
    ADDRESSED.includes(type) && addressees.length > 0 && !recipients.some(isAsAbove)
      ? [
          {
            path: ['recipients'],
            vi: 'Nơi nhận chưa có dòng “- Như trên;”.',
            en: 'The recipients do not begin with “Như trên”.',
            fix: [{ op: 'add', path: ['recipients', 0], value: nameOnly('Như trên') }],
          },
        ]
      : [],
  ),
  warns('as-above-of-nobody', ({ addressees, recipients }) =>
    addressees.length > 0
      ? []
      : recipients.flatMap((line, index) =>
          isAsAbove(line)
            ? [
                {
                  path: ['recipients', index],
                  vi: 'Không có “Kính gửi” nên không ghi “Như trên”.',
                  en: 'There is nobody above.',
                  fix: remove('recipients', index),
                },
              ]
            : [],
        ),
  ),
  warns('as-above-in-other-words', ({ recipients }) =>
    recipients.flatMap(({ text }, index) =>
      folded(text) === 'như kính gửi'
        ? [
            {
              path: ['recipients', index],
              vi: 'Ghi “Như trên” thay cho “Như kính gửi”.',
              en: 'The words are “Như trên”.',
              fix: words('recipients', index, 'Như trên'),
            },
          ]
        : [],
    ),
  ),
  warns('as-above-not-first', ({ recipients }) =>
    recipients.flatMap((line, index) =>
      index > 0 && isAsAbove(line)
        ? [
            {
              path: ['recipients', index],
              vi: '“Như trên” là dòng đầu của nơi nhận.',
              en: '“Như trên” is the first recipient.',
              fix: [
                ...remove('recipients', index),
                { op: 'add', path: ['recipients', 0], value: line },
              ],
            },
          ]
        : [],
    ),
  ),
  warns('addressee-repeated', ({ addressees, recipients }) =>
    recipients.flatMap((line, index) => {
      const addressee = addressees.find((other) => meansSame(line, other));
      return addressee
        ? [
            {
              path: ['recipients', index],
              vi: `“${line.text}” đã có ở “Kính gửi”, không ghi lại ở nơi nhận.`,
              en: `“${line.text}” is an addressee already.`,
              // A delivery by the system must not be lost with the line.
              fix:
                line.organizationId === addressee.organizationId || !line.organizationId
                  ? remove('recipients', index)
                  : null,
            },
          ]
        : [];
    }),
  ),
  ...(['addressees', 'recipients'] as const).map((field) =>
    warns(`${field}-twice`, (content) =>
      content[field].flatMap((line, index) =>
        content[field].slice(0, index).some((other) => meansSame(line, other))
          ? [
              {
                path: [field, index],
                vi: `“${line.text}” ghi hai lần.`,
                en: `“${line.text}” stands there twice.`,
                fix: remove(field, index),
              },
            ]
          : [],
      ),
    ),
  ),
  warns('recipient-with-marks', (content) =>
    bothLists(content).flatMap(({ field, index, line: { text } }) => {
      const bare = text.replace(/^[-+•\s]+/u, '').replace(/[\s;.,]+$/u, '');
      return bare === text || bare === ''
        ? []
        : [
            {
              path: [field, index],
              vi: 'Gạch đầu dòng và dấu cuối dòng được in sẵn.',
              en: 'The hyphen and the end mark are printed already.',
              fix: words(field, index, bare),
            },
          ];
    }),
  ),
  warns('archive-in-other-form', ({ archive }) => {
    if (archive === '' || /^Lưu: VT(?:, \S|$)/u.test(archive)) return [];
    const units = archive
      .replace(/^lưu\s*:?\s*/iu, '')
      .replace(/^VT[,\s]*/u, '')
      .replace(/[\s.;]+$/u, '')
      .trim();
    return [
      {
        path: ['archive'],
        vi: 'Dòng lưu ghi “Lưu: VT, …” (văn thư trước, đơn vị soạn thảo sau).',
        en: 'The archive line is “Lưu: VT, …”: the clerk first, then the drafting unit.',
        fix: [{ op: 'replace', path: ['archive'], value: units ? `Lưu: VT, ${units}` : 'Lưu: VT' }],
      },
    ];
  }),
  warns('archive-among-recipients', ({ recipients }) =>
    recipients.flatMap(({ text }, index) =>
      /^[-\s]*lưu\s*:/iu.test(text)
        ? [
            {
              path: ['recipients', index],
              vi: 'Dòng lưu có chỗ riêng, không ghi trong nơi nhận.',
              en: 'The archive line has a place of its own.',
              fix: remove('recipients', index),
            },
          ]
        : [],
    ),
  ),
  warns('organization-closed', (content, { closed }) =>
    bothLists(content).flatMap(({ field, index, line: { organizationId } }) => {
      const gone = organizationId ? closed[organizationId] : undefined;
      if (!gone) return [];
      const { name, successor } = gone;
      return [
        {
          path: [field, index],
          vi: successor
            ? `${name} không còn hoạt động; nay là ${successor.name}.`
            : `${name} không còn hoạt động.`,
          en: successor
            ? `${name} exists no more; ${successor.name} follows it.`
            : `${name} exists no more.`,
          fix: successor
            ? [
                { op: 'replace', path: [field, index, 'text'], value: successor.name },
                { op: 'replace', path: [field, index, 'organizationId'], value: successor.id },
              ]
            : null,
        },
      ];
    }),
  ),
];
