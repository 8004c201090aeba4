// What is said of the pages, of what has changed in them and of where they go?

export const destinations = {
  system: 'Gửi qua hệ thống',
  paper: 'Gửi bản giấy',
  nameOnly: 'Chỉ ghi trên văn bản, không gửi',
  nobody: 'Không gửi đến nơi nào',
};

export const changes = {
  title: (version: number) => `Thay đổi so với phiên bản ${version}`,
  none: 'Nội dung không thay đổi.',
  gone: 'gạch ngang: đã bỏ',
  come: 'gạch chân: mới thêm',
  mark: 'Đánh dấu thay đổi',
  goneWords: (words: readonly string[]) =>
    `Đã bỏ: ${words.map((each) => `“${each.trim()}”`).join(', ')}`,
  show: (number: number) => `Thay đổi ${number}: xem trên văn bản`,
  unchanged: (passages: number) => `${passages} đoạn không đổi`,
  restyled: 'chữ giữ nguyên, đổi cách trình bày hoặc cách gửi',
  parts: {
    type: 'Loại văn bản',
    superiorLine: 'Cơ quan chủ quản',
    agencyLines: 'Cơ quan ban hành',
    symbol: 'Ký hiệu',
    place: 'Địa danh',
    subject: 'Trích yếu',
    addressees: 'Kính gửi',
    blocks: 'Nội dung',
    recipients: 'Nơi nhận',
    archive: 'Lưu',
    signature: 'Quyền hạn, chức vụ, họ tên người ký',
    urgency: 'Độ khẩn',
    circulation: 'Phạm vi lưu hành',
    appendices: 'Phụ lục',
    attachments: 'Tệp đính kèm',
    drafterMark: 'Ký hiệu người soạn thảo',
    contactLine: 'Địa chỉ cơ quan',
  },
  returnedBy: (person: string, time: string) => `${person} trả lại lúc ${time}`,
};

export const page = {
  title: 'Bản PDF',
  preparing: 'Đang tạo bản PDF',
  open: 'Mở bản PDF',
  sheet: (number: number, of: number) => `Trang ${number}/${of}`,
  larger: 'Phóng to',
  whole: 'Thu về vừa khổ',
  ledTo: (page: number) => `Đã mở trang ${page}, chỗ được khoanh`,
  notThere: 'Không tìm thấy chỗ này trên bản PDF',
};
