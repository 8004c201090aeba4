// What is said of files that go with a report?
export const attachments = {
  title: 'Tệp đính kèm',
  count: (files: number) => `Kèm ${files} tệp.`,
  help: (endings: string, most: number) =>
    `${endings}; mỗi tệp không quá 25 MB, nhiều nhất ${most} tệp. Tệp nén và tệp Word, Excel kiểu cũ không đính kèm được.`,
  add: 'Thêm tệp',
  waiting: 'Chờ tải lên',
  sending: (share: number) => `Đang tải lên ${share}%`,
  cancel: (name: string) => `Hủy tải lên ${name}`,
  retry: (name: string) => `Tải lại ${name}`,
  remove: (name: string) => `Bỏ tệp ${name}`,
  read: (name: string) => `Đọc ${name}`,
  back: 'Về văn bản',
  download: (name: string) => `Tải về ${name}`,
  wrongKind: 'Loại tệp này không đính kèm được.',
  tooLarge: 'Tệp lớn hơn 25 MB.',
  empty: 'Tệp trống.',
  already: 'Tệp này đã được đính kèm.',
  full: (most: number) => `Đã đủ ${most} tệp.`,
  notUploaded: 'Tệp này chưa tải lên được. Hãy bỏ rồi đính kèm lại.',
  notAsNamed: 'Nội dung tệp không đúng loại như tên tệp.',
};
