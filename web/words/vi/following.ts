// What does a report on its way say, and what is remarked on it?

export const follow = {
  help: 'Theo dõi văn bản ở đây. Trước khi ký có thể rút lại để sửa.',
  helpDraft: 'Dự thảo đang được soạn. Bạn xem được, không sửa được.',
  helpIssued: 'Tải về bản đã ký, và xem nơi nào đã tiếp nhận.',
  helpRejected: 'Đọc lý do, rồi soạn văn bản mới nếu cần.',
  rounds: 'Các bước xử lý',
  noTimestamp: 'Chữ ký số chưa có dấu thời gian: khi ký, không máy chủ nào trả lời.',
  since: (since: string) => `từ ${since}`,
  preparing: 'Đang chuẩn bị bản trình ký',
  withdraw: 'Rút lại',
  withdrawQuestion: 'Rút lại để sửa? Các ý kiến đồng ý của lần trình này không còn hiệu lực.',
  stuck: 'Chưa phát hành được. Văn thư đang xử lý.',
  waitingForSeal: 'Chờ văn thư ký số cơ quan',
  incomingNumber: (number: number) => `số đến ${number}`,
  download: 'Tải về',
  downloadPdf: 'Tải về PDF',
  downloadDocx: 'Tải về DOCX',
  docxNote: 'Bản DOCX chỉ để tổng hợp, không có giá trị pháp lý.',
  history: 'Nhật ký xử lý',
  rejected: 'Không duyệt',
  numberAndDate: (number: string, date: string) => `Số ${number}, ngày ${date}`,
};

export const comments = {
  title: 'Góp ý',
  none: 'Chưa có góp ý.',
  label: 'Góp ý (chưa quyết định)',
  help: 'Người trong các bước xử lý và người soạn thảo đều thấy.',
  press: 'Gửi góp ý',
};
