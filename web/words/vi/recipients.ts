// What is said of Kính gửi and Nơi nhận while they are written? How a line is added, moved, removed and brought back.
export const recipients = {
  /** In the field where the next one is typed. */
  add: { addressees: 'Thêm nơi kính gửi', recipients: 'Thêm nơi nhận' },
  press: 'Thêm',
  hint: { addressees: 'Gõ hoặc dán nơi kính gửi', recipients: 'Gõ hoặc dán nơi nhận' },
  /** Of a name that the directory does not have: what Enter does. */
  asTyped: 'Danh bạ không có tên này. Enter: ghi đúng như đã gõ.',
  way: (place: number, way: string) => `Dòng ${place}: ${way}. Đổi nơi gửi, cách gửi`,
  to: (way: string, organization: string) => `${way}: ${organization}`,
  handle: (place: number) => `Chuyển dòng ${place}`,
  up: 'Chuyển lên',
  down: 'Chuyển xuống',
  keys: 'Alt+↑, Alt+↓: chuyển dòng lên, xuống.',
  moved: (text: string, place: number, count: number) =>
    `Đã chuyển “${text}” đến dòng ${place}/${count}.`,
  added: (count: number) => `Đã thêm ${count} dòng.`,
  removed: (text: string) => `Đã xóa “${text}”.`,
  undo: 'Hoàn tác',
  blank: 'dòng trống',
  /** Of a long list, the lines that are folded away. */
  rest: (count: number) => `${count} dòng nữa`,
  full: (most: number) => `Tối đa ${most} dòng; những dòng sau chưa lưu được.`,
};
