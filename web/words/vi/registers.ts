// What do the registers say?

/** A register as a sheet: its columns, and a row opened whole. */
export const sheet = {
  columns: 'Cột hiển thị',
  columnsShown: 'Các cột trên màn hình',
  columnsHelp: 'Trình duyệt này nhớ lựa chọn của bạn. Khi in, sổ luôn đủ cột theo mẫu.',
  whole: (row: string) => `Xem đủ dòng ${row}`,
};

export const registers = {
  outgoing: 'Sổ đăng ký văn bản đi',
  incoming: 'Sổ đăng ký văn bản đến',
  outgoingHelp: 'Chọn năm và loại văn bản. Mỗi số một dòng; số đã hủy vẫn nằm trong sổ.',
  incomingHelp: 'Chọn năm. Mỗi văn bản đã tiếp nhận, vào sổ là một dòng.',
  year: 'Năm',
  series: 'Loại văn bản',
  empty: (year: number) => `Năm ${year} chưa có văn bản nào trong sổ.`,
  print: 'In sổ',
  /** On the cover, as the annex has it. */
  fromDay: (first: string, last: string) => `Từ ngày ${first} đến ngày ${last}`,
  fromTo: (first: string, last: string) => `Từ số ${first} đến số ${last}`,
  volume: 'Quyển số: ..........',
  part: (which: string) => `Trích sổ: ${which}`,
  outgoingColumns: {
    number: 'Số, ký hiệu văn bản',
    date: 'Ngày tháng văn bản',
    typeAndSubject: 'Tên loại và trích yếu nội dung văn bản',
    signer: 'Người ký',
    recipients: 'Nơi nhận văn bản',
    archive: 'Đơn vị, người nhận bản lưu',
    copies: 'Số lượng bản',
    sent: 'Ngày chuyển',
    signature: 'Ký nhận',
    note: 'Ghi chú',
  },
  incomingColumns: {
    arrived: 'Ngày đến',
    incomingNumber: 'Số đến',
    author: 'Tác giả',
    number: 'Số, ký hiệu văn bản',
    date: 'Ngày tháng văn bản',
    typeAndSubject: 'Tên loại và trích yếu nội dung văn bản',
    receiver: 'Đơn vị hoặc người nhận',
    sent: 'Ngày chuyển',
    signature: 'Ký nhận',
    note: 'Ghi chú',
  },
};
