// What stands around the paper on the drafter's desk? How it stands with it, its outline, its pages.
export const desk = {
  pages: (count: number) => `${count} trang`,
  unprinted: 'Chưa có bản in',
  /** Goes on from the number of pages. */
  signedOn: (page: number) => `ký ở trang ${page}`,
  /** Of the pages and their number, until the words are printed as they stand. */
  past: 'Theo bản in trước, bản in mới đang được tạo',
  page: (page: number, of: number) => `Trang ${page} / ${of}`,
  footAlone: (page: number) =>
    `Trang ${page} chỉ có nơi nhận và chữ ký. Thêm hoặc bớt vài dòng để có nội dung cùng trang với chữ ký.`,
  found: (errors: number, warnings: number) =>
    errors + warnings === 0
      ? 'Thể thức đúng'
      : [errors > 0 && `${errors} lỗi`, warnings > 0 && `${warnings} cảnh báo`]
          .filter(Boolean)
          .join(', '),
  count: (count: number) => `${count.toLocaleString('vi')} từ`,
  history: 'Nhật ký',
  views: 'Phần đang xem',
  beside: 'Bên cạnh văn bản',
  outline: {
    title: 'Đề mục',
    open: 'Mở đề mục',
    close: 'Đóng đề mục',
    head: 'Phần đầu văn bản',
    none: 'Chưa có đề mục nào.',
    parts: {
      recipients: 'Nơi nhận, người ký',
      attachments: 'Tệp đính kèm',
      urgency: 'Độ khẩn, lưu hành',
    },
  },
};
