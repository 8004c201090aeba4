// What does one read between a list and what is opened beside it?
export const panes = {
  document: 'Văn bản đang xem',
  back: 'Về danh sách',
  before: 'Văn bản trước (K)',
  after: 'Văn bản sau (J)',
  mark: (what: string) => `Đánh dấu: ${what}`,
  markAll: (count: number) => `Đánh dấu tất cả (${count})`,
  marked: (count: number) => `Đã đánh dấu ${count}`,
};
