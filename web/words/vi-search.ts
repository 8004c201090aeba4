// What does one read while looking for something, and while a register is printed?
export const search = {
  title: 'Tìm kiếm',
  help: 'Gõ số, trích yếu, cơ quan, tên người hoặc ngày, rồi bấm Tìm.',
  label: 'Tìm văn bản',
  /** In the frame of every screen; said with the keys that lead there. */
  shortcut: 'Tìm văn bản (Ctrl+K)',
  withoutAccents: 'Tìm không cần dấu: gõ “cai cach” cũng thấy “cải cách”.',
  press: 'Tìm',
  filters: 'Lọc',
  clear: 'Bỏ lọc',
  nothingTyped: 'Chưa gõ gì để tìm.',
  none: 'Không tìm thấy văn bản nào.',
  drafts: 'Dự thảo của tôi',
  reports: 'Văn bản đi',
  deliveries: 'Văn bản đến',
  inInbox: 'Tìm trong văn bản đến',
  inRegister: 'Tìm trong sổ',
  from: 'Từ ngày',
  until: 'Đến ngày',
  printing: 'Đang chuẩn bị in',
};
