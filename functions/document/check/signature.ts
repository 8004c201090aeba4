// Does the signature say rightly in whose name its signer signs? Annex I, II.7; Article 13.
import type { Patch } from '../../domain/content/finding.ts';
import type { SignatureBlock } from '../../domain/content/report-content.ts';
import { type Rule, warns } from './rule.ts';

const MARKS = /^(TM|KT|TL|TUQ|Q)\./u;
/** Before these a name has a degree or a form of address. */
const DEGREE =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|CN|KS|BS|NGND|NGƯT|NSND|NSƯT|Ông|Bà|Đ\/c)(?!\p{L})\.?[\s,.-]*)+/u;
/** Offices of one person: nobody signs on behalf of them with TM. */
const ONE_PERSON =
  /^TM\.\s*(?:CHỦ TỊCH|PHÓ |CHÁNH |TRƯỞNG |GIÁM ĐỐC|BÍ THƯ|HIỆU TRƯỞNG|BỘ TRƯỞNG|CHỦ NHIỆM|TỔNG )/u;

const linesOf = ({ authority, titles }: SignatureBlock) => [
  ...(authority ? [{ path: ['signature', 'authority'], text: authority }] : []),
  ...titles.map((text, index) => ({ path: ['signature', 'titles', index], text })),
];
const to = (path: (string | number)[], value: string): Patch[] => [{ op: 'replace', path, value }];

/** What the directory says of its signer, line by line. */
const SAID = {
  authority: ({ authority }: SignatureBlock) =>
    authority === null
      ? [
          'Theo danh bạ, người ký không ghi dòng quyền hạn.',
          'The directory has no authority for the signer.',
        ]
      : [
          `Quyền hạn của người ký ghi theo danh bạ: “${authority}”.`,
          `The directory has this authority for the signer: “${authority}”.`,
        ],
  titles: ({ titles }: SignatureBlock) => [
    `Chức vụ của người ký ghi theo danh bạ: “${titles.join(' / ')}”.`,
    `The directory has this title for the signer: “${titles.join(' / ')}”.`,
  ],
  name: ({ name }: SignatureBlock) => [
    `Họ tên người ký ghi theo danh bạ: “${name}”.`,
    `The directory has this name for the signer: “${name}”.`,
  ],
};
const LINES = ['authority', 'titles', 'name'] as const;

export const SIGNATURE: readonly Rule[] = [
  {
    id: 'signature-of-another',
    // In whose name somebody signs is not for the drafter to say.
    severity: 'error',
    look: ({ signature }, { signer }) =>
      signer === null
        ? []
        : LINES.filter(
            (line) => JSON.stringify(signature[line]) !== JSON.stringify(signer[line]),
          ).map((line) => {
            const [vi = '', en = ''] = SAID[line](signer);
            const path = ['signature', line];
            return { path, vi, en, fix: [{ op: 'replace', path, value: signer[line] }] };
          }),
  },
  warns('authority-mark-elsewhere', ({ signature: { authority } }) =>
    authority && !/^TM\./u.test(authority)
      ? [
          {
            path: ['signature', 'authority'],
            vi: 'Dòng quyền hạn chỉ ghi “TM. …”; KT., TL., TUQ., Q. ghi trước chức vụ.',
            en: 'Only TM. stands before the collective; other marks stand before a title.',
          },
        ]
      : [],
  ),
  warns('collective-wanting', ({ signature: { authority } }) =>
    authority && ONE_PERSON.test(authority.toLocaleUpperCase('vi'))
      ? [
          {
            path: ['signature', 'authority'],
            vi: 'Sau “TM.” là tên tập thể lãnh đạo hoặc cơ quan.',
            en: 'TM. is followed by the name of a collective.',
          },
        ]
      : [],
  ),
  warns('deputy-without-mark', ({ signature: { titles } }) =>
    titles.length > 0 && /^PHÓ /iu.test(titles[0] ?? '')
      ? [
          {
            path: ['signature', 'titles', 0],
            vi: 'Cấp phó ký thay ghi “KT.” và chức vụ người đứng đầu ở dòng trên.',
            en: 'A deputy signs for the head: KT. and the title of the head above the deputy’s own.',
            fix:
              /^PHÓ CHỦ TỊCH$/iu.test(titles[0] ?? '') && titles.length < 3
                ? [{ op: 'add', path: ['signature', 'titles', 0], value: 'KT. CHỦ TỊCH' }]
                : null,
          },
        ]
      : [],
  ),
  warns('deputy-title-wanting', ({ signature: { titles } }) =>
    titles.flatMap((title, index) =>
      /^KT\./u.test(title) && !titles[index + 1]
        ? [
            {
              path: ['signature', 'titles', index],
              vi: 'Sau dòng “KT. …” phải có chức vụ của người ký.',
              en: 'Below KT. stands the title of the one who signs.',
            },
          ]
        : [],
    ),
  ),
  warns('collective-with-order', ({ signature: { authority, titles } }) =>
    authority && titles.some((title) => /^(TL|TUQ)\./u.test(title))
      ? [
          {
            path: ['signature', 'authority'],
            vi: 'Ký thừa lệnh, thừa ủy quyền không ghi “TM.”.',
            en: 'Who signs by order or sub-delegation does not sign for the collective.',
            fix: [{ op: 'replace', path: ['signature', 'authority'], value: null }],
          },
        ]
      : [],
  ),
  warns('mark-without-space', ({ signature }) =>
    linesOf(signature).flatMap(({ path, text }) => {
      const put = text.replace(/^(TM|KT|TL|TUQ|Q)\s*\.?\s*(?=\p{Lu})/u, (found, mark: string) =>
        /[.\s]/.test(found) ? `${mark}. ` : found,
      );
      return put === text
        ? []
        : [
            {
              path,
              vi: 'Sau TM., KT., TL., TUQ., Q. có dấu chấm và một dấu cách.',
              en: 'The mark is followed by a full stop and one space.',
              fix: to(path, put),
            },
          ];
    }),
  ),
  warns('title-in-small-letters', ({ signature }) =>
    linesOf(signature).flatMap(({ path, text }) =>
      /^\p{Ll}/u.test(text.replace(MARKS, '').trim())
        ? [
            {
              path,
              vi: 'Quyền hạn, chức vụ viết hoa.',
              en: 'Authority and title are in capitals.',
              fix: to(path, text.toLocaleUpperCase('vi')),
            },
          ]
        : [],
    ),
  ),
  warns('name-with-degree', ({ signature: { name } }) => {
    const degree = DEGREE.exec(name)?.[0];
    const bare = degree ? name.slice(degree.length) : '';
    return bare
      ? [
          {
            path: ['signature', 'name'],
            vi: 'Trước họ tên không ghi học hàm, học vị, danh hiệu.',
            en: 'The name stands without degrees and honours.',
            fix: to(['signature', 'name'], bare),
          },
        ]
      : [];
  }),
  warns('name-in-capitals', ({ signature: { name } }) =>
    name.length > 3 && name === name.toLocaleUpperCase('vi') && /\p{Lu}/u.test(name)
      ? [
          {
            path: ['signature', 'name'],
            vi: 'Họ tên viết hoa chữ cái đầu, không viết in hoa cả.',
            en: 'Only the first letters of the name are capitals.',
            fix: to(
              ['signature', 'name'],
              name
                .toLocaleLowerCase('vi')
                .replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi')),
            ),
          },
        ]
      : [],
  ),
];
