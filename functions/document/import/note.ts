// How is it reported what of a Word file is missing from the report, or stands there differently? Note by note:
// nothing is dropped silently.
import { type ImportNote, MOST_NOTES, type NoteCode } from '../../domain/content/import-note.ts';

/** Which of them lose something: the words or pictures are not in the report. */
const LOST = {
  picture: ['Ảnh, hình vẽ không được đưa vào.', 'A picture or drawing was left out.'],
  object: ['Đối tượng nhúng không được đưa vào.', 'An embedded object was left out.'],
  comments: ['Nhận xét không được đưa vào.', 'Comments were left out.'],
  deleted: ['Phần đã xóa (đang theo dõi) không được đưa vào.', 'Tracked deletions were left out.'],
  hidden: ['Phần chữ ẩn không được đưa vào.', 'Hidden text was left out.'],
  margin: ['Đầu trang, chân trang không được đưa vào.', 'A page header or footer was left out.'],
  unread: ['Đoạn này chưa được đưa vào đủ.', 'Not all of this passage is in the report.'],
  more: ['Còn những điểm khác không kể hết ở đây.', 'There is more than is told here.'],
  field: [
    'Ngày hoặc chữ do Word tự điền không có trong tệp, ở chỗ đó là dấu “…”.',
    'A date or words that Word fills in are not in the file; “…” stands in their place.',
  ],
  blank: [
    'Chỗ chờ điền của mẫu không được đưa vào, phần đó để trống.',
    'A placeholder of a template was left out; that part is blank.',
  ],
  signed: ['Ghi chú ở chỗ ký không được đưa vào.', 'A remark beside the signature was left out.'],
} as const;

/** Which keep everything, in another shape. */
const CHANGED = {
  issued: [
    'Số và ngày ban hành để trống; hệ thống sẽ cấp khi ban hành.',
    'Number and date are blank; they are given on issue.',
  ],
  noType: [
    'Chưa rõ loại văn bản, tạm để là Báo cáo.',
    'The type of document could not be told; it is a report for now.',
  ],
  noHead: [
    'Không thấy phần đầu văn bản (cơ quan, số, ngày), các ô đó để trống.',
    'No header was found (agency, number, date); its fields are blank.',
  ],
  noFoot: [
    'Không thấy nơi nhận và chỗ ký, các ô đó để trống.',
    'Neither recipients nor a signature were found; their fields are blank.',
  ],
  placed: ['Để trong nội dung, chưa rõ là thành phần nào.', 'Kept in the body; it has no field.'],
  struck: ['Chữ gạch ngang được giữ như chữ thường.', 'Struck-through words were kept as words.'],
  textBox: [
    'Chữ trong khung được đưa vào nội dung.',
    'Words of a text box were put into the body.',
  ],
  footnote: ['Chú thích được đưa vào nội dung.', 'A note was put into the body.'],
  formula: ['Công thức được ghi trên một dòng.', 'A formula was written on one line.'],
  number: ['Số thứ tự gõ tay được giữ như chữ.', 'A number that does not follow was kept as text.'],
  cells: ['Các đoạn trong ô được nối lại.', 'Paragraphs of a cell were joined.'],
  merged: ['Ô gộp được tách ra.', 'Merged cells were taken apart.'],
  nested: ['Bảng nằm trong ô được ghi thành chữ.', 'A table within a cell became words.'],
  shaded: ['Màu nền của ô không được giữ.', 'The colour behind cells was not kept.'],
  turned: ['Chữ xoay dọc trong ô được ghi ngang.', 'Words on their side were set upright.'],
  wide: ['Bảng quá nhiều cột, được ghi thành đoạn.', 'A table with too many columns became lines.'],
  unprintable: [
    'Có ký tự không in được, cần thay bằng chữ hoặc dấu khác.',
    'Some characters cannot be printed; write other letters or signs.',
  ],
  encoding: [
    'Chữ của phông cũ (TCVN3, VNI) được đổi sang Unicode.',
    'TCVN3 or VNI letters became Unicode.',
  ],
  recipient: [
    'Nơi nhận này có trong danh bạ nên sẽ gửi qua hệ thống. Nếu chỉ ghi trên văn bản, không gửi, hãy chọn lại cách gửi ở dòng đó.',
    'This recipient is in the directory, so the document goes there by the system. If it is only printed, not sent, choose so on its line.',
  ],
} as const;

const places = (count: number) => (count === 1 ? '1 place' : `${count} places`);

/** Which of those are told once for the whole file, with the number of places. */
const COUNTED = {
  coloured: (count: number) => [
    `Màu chữ, màu đánh dấu không được giữ (${count} chỗ).`,
    `Colours of letters and highlighting were not kept (${places(count)}).`,
  ],
  underlined: (count: number) => [
    `Gạch chân không được giữ (${count} chỗ).`,
    `Underlining was not kept (${places(count)}).`,
  ],
} as const satisfies Partial<Record<NoteCode, (count: number) => readonly [string, string]>>;
type Counted = keyof typeof COUNTED;
type Told = Exclude<NoteCode, Counted>;

const SENTENCES: Record<Told, readonly [vi: string, en: string]> = { ...LOST, ...CHANGED };

/** As much as shows which words are meant, where they are in the report. */
const EXCERPT = 300;
/** What is not in the report can be read nowhere else: half a page. */
const LONGEST_LOST = 2_000;
/** How far into words a note looks for its excerpt; what is white space up to there is told as such. */
const LOOKED_THROUGH = 4 * LONGEST_LOST;
/** UTF-16 units of all notes: with their sentences less than half of what an answer over HTTP may hold. */
const MOST_WORDS = 400_000;

export const noteOf = (code: Told, text: string): ImportNote => {
  const [vi, en] = SENTENCES[code];
  return { code, lost: code in LOST, vi, en, text };
};

/** Collects notes while a file is read. */
export class Notes {
  readonly #notes = new Map<string, ImportNote>();
  readonly #counts = new Map<Counted, { readonly count: number; readonly words: string }>();
  #words = 0;

  /** The words are those of the first place. */
  count(code: Counted, text: string) {
    const before = this.#counts.get(code);
    if (!before && this.#notes.has('more')) return;
    const count = (before?.count ?? 0) + 1;
    const words = before?.words ?? text.slice(0, EXCERPT).replace(/\s+/gu, ' ').trim();
    this.#counts.set(code, { count, words });
    const [vi, en] = COUNTED[code](count);
    this.#notes.set(code, { code, lost: false, vi, en, text: words });
  }

  add(code: Told, text = '') {
    if (this.#notes.has('more')) return;
    const lost = code in LOST;
    const longest = lost ? LONGEST_LOST : EXCERPT;
    const words = text.slice(0, LOOKED_THROUGH).replace(/\s+/gu, ' ').trim();
    const whole = words.length <= longest && text.length <= LOOKED_THROUGH;
    const cut = whole ? words : `${words.slice(0, longest)}…`;
    const key = `${code} ${cut}`;
    if (this.#notes.has(key)) return;
    this.#words += cut.length;
    // The last one says that there are more.
    const full = this.#notes.size >= MOST_NOTES - 1 || this.#words > MOST_WORDS;
    this.#notes.set(full ? 'more' : key, full ? noteOf('more', '') : noteOf(code, cut));
  }

  all(): readonly ImportNote[] {
    return [...this.#notes.values()];
  }
}
