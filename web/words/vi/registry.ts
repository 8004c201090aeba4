// What do the screens of the clerk say?

export const registry = {
  title: 'Chờ văn thư',
  sealPress: 'Ký số cơ quan và phát hành',
  sealing: {
    question: (subject: string) =>
      `Ký số cơ quan và phát hành “${subject}”? Phát hành rồi không lấy lại được.`,
  },
  stuckText: (number: string) => `Chưa phát hành được. Số ${number} vẫn được giữ.`,
  stuckUnnumbered: 'Chưa phát hành được. Chưa cấp số; các ý kiến đồng ý vẫn được giữ.',
  stuckAgain: 'Đã thực hiện lại nhưng vẫn chưa được. Nếu thử nữa vẫn vậy, hãy báo quản trị.',
  cause: 'Nguyên nhân',
  causes: {
    Unavailable: 'Hệ thống bận hoặc mất kết nối trong chốc lát. Hãy thực hiện lại.',
    'States.Timeout': 'Một bước chạy quá lâu. Hãy thực hiện lại.',
    'workflow FAILED': 'Quy trình dừng giữa chừng vì lỗi. Hãy thực hiện lại.',
    'workflow TIMED_OUT': 'Quy trình dừng vì chờ quá lâu. Hãy thực hiện lại.',
    'workflow ENDED': 'Quy trình đã dừng mà văn bản chưa xong. Hãy thực hiện lại.',
    'workflow ABORTED': 'Quy trình bị dừng. Hãy thực hiện lại.',
  },
  otherCause: 'Hệ thống gặp lỗi. Hãy thực hiện lại; nếu vẫn không được, báo quản trị.',
  resume: 'Thực hiện lại',
  /** One press; what becomes of it depends on whether there is a number. */
  giveUp: {
    numbered: {
      press: 'Hủy số',
      /** Beside it Hủy alone would leave open what it calls off. */
      keep: 'Giữ số',
      reason: 'Lý do hủy số (bắt buộc)',
      help: 'Số đã hủy vẫn nằm trong sổ, không cấp lại; văn bản trở lại người soạn thảo.',
    },
    unnumbered: {
      press: 'Trả lại người soạn thảo',
      reason: 'Lý do trả lại (bắt buộc)',
      help: 'Hãy bấm Thực hiện lại trước. Nếu trả lại, văn bản phải được kiểm tra và ký lại từ đầu.',
    },
  },
  handedBack: 'Văn bản đã trở lại người soạn thảo.',
  nothing: 'Văn bản này không chờ văn thư.',
  issuedAs: (number: string) => `Đã ban hành: số ${number}.`,
  toSeal: 'Bản người ký đã ký số, chưa có chữ ký số cơ quan.',
  issued: {
    arrivals: 'Nơi nhận trên hệ thống',
    nowhere: 'Văn bản này không gửi đến nơi nào trên hệ thống.',
    print: 'In bản chính giấy',
    /** Decree 30/2020, Article 18.5. */
    toPrint:
      'Bản này chỉ để in làm bản chính giấy: người ký đã ký số, chưa có chữ ký số cơ quan. Mở bản PDF, in ra rồi đóng dấu (khoản 5 Điều 18 Nghị định 30/2020/NĐ-CP). Không gửi bản này đi; bản đã ban hành có đủ hai chữ ký số.',
    back: 'Xem bản đã ban hành',
  },
  voided: 'Số đã hủy, văn bản trở lại người soạn thảo.',
};
