// What does one read between a list and what is opened beside it?
export const panes = {
  document: 'Văn bản đang xem',
  back: 'Về danh sách',
  before: 'Văn bản trước (K)',
  after: 'Văn bản sau (J)',
};
