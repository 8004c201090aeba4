// What is said of a field whose value is refused? Which one, what its limit is, and what to do.
const number = new Intl.NumberFormat('vi-VN');
const n = (value: number): string => number.format(value);

export const fields = {
  missing: (name: string) => `${name}: cần điền.`,
  tooLong: (name: string, is: number, most: number) =>
    `${name} dài ${n(is)} ký tự, tối đa ${n(most)}. Hãy rút bớt ${n(is - most)} ký tự.`,
  tooMany: (name: string, is: number, most: number, unit: string) =>
    `${name} có ${n(is)} ${unit}, tối đa ${n(most)}. Hãy bớt ${n(is - most)} ${unit}.`,
  tooLarge: (name: string, most: number) => `${name}: lớn nhất là ${n(most)}. Hãy điền số nhỏ hơn.`,
  tooSmall: (name: string, least: number) =>
    `${name}: nhỏ nhất là ${n(least)}. Hãy điền số lớn hơn.`,
  unprintable: (name: string, sign: string) =>
    `${name} có ký tự không in được (${sign}). Hãy xóa hoặc thay ký tự đó.`,
  tooBig: (name: string) =>
    `${name} quá lớn (tối đa khoảng 300 trang). Hãy rút gọn, hoặc chuyển bớt thành tệp đính kèm.`,
  repeated: (name: string) => `${name} đã có trong danh sách. Hãy bỏ bớt một.`,
  notKnown: (name: string) => `${name}: không có trong danh bạ. Hãy chọn lại.`,
  gone: (name: string) => `${name}: cơ quan này không còn hoạt động. Hãy chọn cơ quan khác.`,
  of: (name: string, sentence: string) => `${name}: ${sentence}`,
  malformed: (name: string) => `${name} chưa ghi đúng mẫu. Hãy xem và ghi lại.`,
  /** How it has to be written, by the field's own name. */
  malformedOf: {
    symbol: 'Ký hiệu chỉ gồm chữ, số và các dấu . & -, không có dấu cách, như BC-UBND.',
    abbreviation:
      'Chữ viết tắt trong ký hiệu có 1 đến 20 chữ, số hoặc dấu . & -, không có dấu cách, như UBND.',
    code: 'Mã định danh có dạng như H99.10.01.',
    email: 'Thư điện tử có dạng như ten@coquan.gov.vn.',
    people: 'Có người không còn làm việc hoặc không có vai trò này. Hãy chọn lại.',
  } as Readonly<Record<string, string>>,
  /** What a list has too many of, by its name. */
  units: {
    agencyLines: 'dòng',
    titles: 'dòng',
    addressees: 'dòng',
    recipients: 'dòng',
    blocks: 'khối',
    appendices: 'phụ lục',
    attachments: 'tệp',
    runs: 'đoạn chữ đậm, nghiêng xen kẽ',
    rows: 'hàng',
    columns: 'cột',
    chain: 'bước',
    people: 'người',
  } as Readonly<Record<string, string>>,
  unit: 'mục',
  line: (name: string, place: number) => `${name}, dòng ${place}`,
  block: (name: string, place: number) => `${name}, khối ${place}`,
  cell: (name: string, row: number, column: number) => `${name}, hàng ${row}, cột ${column}`,
  appendix: (place: number) => `Phụ lục ${place}`,
  file: (place: number) => `Tệp đính kèm ${place}`,
};
