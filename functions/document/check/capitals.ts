// Are capital letters where Annex II wants them, and nowhere else?
import { beginsSentence, lowerFirst, RUNNING, upperFirst } from './passages.ts';
import { type Rule, warnsOf } from './rule.ts';

const SUBJECT_AND_BODY = [
  ...RUNNING,
  'subject',
  'cell',
  'addressee',
  'recipient',
  'appendixTitle',
] as const;
const IN_SENTENCES = [...RUNNING, 'subject'] as const;

/** What offices write with capitals out of respect, and Annex II does not. */
const COMMON_PHRASES =
  'Cải cách hành chính|Chính quyền|Thủ tục hành chính|Công nghệ thông tin|Chuyển đổi số|Dịch vụ công|Cán bộ|Công chức|Viên chức|Người dân|Doanh nghiệp';
const COMMON_NOUNS =
  'Phương hướng|Nhiệm vụ|Giải pháp|Kết quả|Mục tiêu|Yêu cầu|Đề xuất|Kiến nghị|Đánh giá|Tổ chức|Thực hiện|Tăng cường|Đăng tải|Tiếp tục|Triển khai';
const UNITS = 'Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố|Tỉnh|Thôn|Bản';

/** `\b` knows no Vietnamese letter: a word ends where no letter follows. */
const word = (pattern: string, flags = 'gu') =>
  new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, flags);

const small = ([found]: RegExpExecArray) => lowerFirst(found);

export const CAPITALS: readonly Rule[] = [
  warnsOf('unit-in-capital', {
    kinds: SUBJECT_AND_BODY,
    // Named after a number or a person the common noun belongs to the name.
    find: word(`(?:${UNITS})(?=\\s+(?!\\d|Hồ Chí Minh|Điện Biên Phủ)\\p{Lu}\\p{Ll})`),
    unless: ({ index }, { text }) => beginsSentence(text, index),
    vi: ([found]) => `Danh từ chung “${lowerFirst(found)}” đứng trước tên riêng viết thường.`,
    en: ([found]) => `The common noun “${lowerFirst(found)}” before a name has a small letter.`,
    by: small,
  }),
  warnsOf('unit-alone-in-capital', {
    kinds: SUBJECT_AND_BODY,
    // `Tỉnh ủy`, `Huyện đoàn`, `Văn hóa - Xã hội` are names of their own.
    find: word(
      `(?:Xã|Phường|Huyện|Tỉnh)(?!\\s+(?:ủy|uỷ|đoàn|đội|hội)(?!\\p{L}))(?=\\s*(?:[,.;:)]|$|\\s\\p{Ll}))`,
    ),
    unless: ({ index }, { text }) => beginsSentence(text, index),
    vi: ([found]) => `“${found}” đứng một mình trong câu viết thường.`,
    en: ([found]) => `“${found}” alone within a sentence has a small letter.`,
    by: small,
  }),
  warnsOf('committee-in-capitals', {
    kinds: SUBJECT_AND_BODY,
    find: word('[ỦủUu][ỷyỶ]\\s+[Bb]an\\s+[Nn]hân\\s+[Dd]ân'),
    unless: ([found]) => /^(Ủy|Uỷ) ban nhân dân$/u.test(found),
    vi: () => 'Viết “Ủy ban nhân dân”.',
    en: () => 'It is written “Ủy ban nhân dân”.',
    by: () => 'Ủy ban nhân dân',
  }),
  warnsOf('council-in-capitals', {
    kinds: SUBJECT_AND_BODY,
    find: word('[Hh]ội\\s+[Đđ]ồng\\s+[Nn]hân\\s+[Dd]ân'),
    unless: ([found]) => found === 'Hội đồng nhân dân',
    vi: () => 'Viết “Hội đồng nhân dân”.',
    en: () => 'It is written “Hội đồng nhân dân”.',
    by: () => 'Hội đồng nhân dân',
  }),
  warnsOf('front-in-small-letters', {
    kinds: SUBJECT_AND_BODY,
    find: word('[Mm]ặt\\s+[Tt]rận\\s+[Tt]ổ\\s+[Qq]uốc'),
    unless: ([found]) => found === 'Mặt trận Tổ quốc',
    vi: () => 'Viết “Mặt trận Tổ quốc”.',
    en: () => 'It is written “Mặt trận Tổ quốc”.',
    by: () => 'Mặt trận Tổ quốc',
  }),
  warnsOf('division-in-small-letters', {
    kinds: IN_SENTENCES,
    find: word('(?<![Tt]iểu\\s)(?:điều|chương|mục|phần)\\s+(?=\\d|[IVX]+(?!\\p{L}))'),
    vi: ([found]) => `Khi viện dẫn viết hoa “${upperFirst(found.trim())}”.`,
    en: ([found]) => `“${upperFirst(found.trim())}” has a capital where it is cited.`,
    by: ([found]) => upperFirst(found),
  }),
  warnsOf('clause-in-capital', {
    kinds: IN_SENTENCES,
    find: word('(?:Khoản\\s+(?=\\d)|Điểm\\s+(?=[a-zđ](?!\\p{L})))'),
    unless: ({ index }, { text }) => beginsSentence(text, index),
    vi: ([found]) => `Khi viện dẫn viết thường “${lowerFirst(found.trim())}”.`,
    en: ([found]) => `“${lowerFirst(found.trim())}” has a small letter where it is cited.`,
    by: small,
  }),
  warnsOf('document-in-small-letters', {
    kinds: IN_SENTENCES,
    find: word(
      '(?:kế hoạch|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|báo cáo|công văn|tờ trình|thông báo|hướng dẫn|chương trình)(?=\\s+số\\s+\\d)',
    ),
    vi: ([found]) => `Tên loại của văn bản cụ thể viết hoa: “${upperFirst(found)} số …”.`,
    en: ([found]) => `The type of a certain document has a capital: “${upperFirst(found)} số …”.`,
    by: ([found]) => upperFirst(found),
  }),
  warnsOf('phrase-in-capital', {
    kinds: IN_SENTENCES,
    find: word(COMMON_PHRASES),
    unless: ({ index }, { text }) => beginsSentence(text, index),
    vi: ([found]) => `“${lowerFirst(found)}” là cụm từ chung, viết thường.`,
    en: ([found]) => `“${lowerFirst(found)}” is a common phrase and has a small letter.`,
    by: small,
  }),
  warnsOf('capital-behind-comma', {
    kinds: IN_SENTENCES,
    find: new RegExp(`(?<=[,;]\\s)(?:${COMMON_NOUNS})(?!\\p{L})`, 'gu'),
    vi: ([found]) => `Sau dấu phẩy, dấu chấm phẩy viết thường: “${lowerFirst(found)}”.`,
    en: ([found]) => `Behind a comma or semicolon: “${lowerFirst(found)}”.`,
    by: small,
  }),
  warnsOf('about-in-capital', {
    kinds: IN_SENTENCES,
    find: word('Về(?=\\s+(?:việc|tuyên|thực|công|kết|tăng|triển|ban))'),
    unless: ({ index }, { text }) => beginsSentence(text, index),
    vi: () => 'Giữa câu viết thường “về”.',
    en: () => 'Within a sentence it is “về”.',
    by: small,
  }),
  warnsOf('date-in-capital', {
    kinds: IN_SENTENCES,
    find: word('(?:Ngày|Tháng|Năm)(?=\\s+\\d)|Quý(?=\\s+(?:\\d|[IV]+(?!\\p{L})))'),
    unless: ({ index }, { text }) => beginsSentence(text, index),
    vi: ([found]) => `Giữa câu viết thường “${lowerFirst(found)}”.`,
    en: ([found]) => `Within a sentence it is “${lowerFirst(found)}”.`,
    by: small,
  }),
  warnsOf('paragraph-in-capitals', {
    kinds: ['paragraph', 'clause', 'bullet', 'label'],
    find: /^[^\p{Ll}]*$/gu,
    unless: ([found]) => (found.match(/\p{Lu}/gu)?.length ?? 0) < 20,
    vi: () => 'Cả đoạn viết in hoa; chỉ đề mục I. và tên phần, chương in hoa.',
    en: () => 'A whole paragraph in capitals; only headings of the first level are.',
  }),
];
