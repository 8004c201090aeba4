// What does one read in the first minutes: what comes into an empty list, why something is a warning, and where the guide is?
export const help = {
  why: {
    press: 'Vì sao?',
    whole: 'Đọc toàn văn Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư:',
    where: 'vanban.chinhphu.vn',
  },
  empty: {
    filtered: 'Không có kết quả với bộ lọc này.',
    all: 'Xem tất cả',
    guide: 'Xem hướng dẫn',
    reports:
      'Văn bản bạn soạn nằm ở đây, từ dự thảo cho đến khi nơi nhận tiếp nhận. Bắt đầu bằng một mẫu, một văn bản trước hoặc một tệp Word.',
    waiting: 'Văn bản người khác trình bạn sẽ hiện ở đây, văn bản khẩn đứng trước.',
    decided:
      'Văn bản bạn đã ký, đồng ý, trả lại hoặc không duyệt được giữ ở đây để xem lại. Hãy bắt đầu ở mục Chờ tôi xử lý.',
    registry:
      'Văn bản người ký đã ký sẽ hiện ở đây khi chờ ký số cơ quan hoặc chưa phát hành được; văn bản chưa gửi được hay bị trả lại nơi gửi cũng hiện ở đây.',
    inbox: 'Văn bản cơ quan khác gửi đến sẽ tự hiện ở đây. Mở ra đọc, rồi tiếp nhận, vào sổ.',
    outgoing:
      'Mỗi số được cấp là một dòng, hệ thống tự ghi khi văn bản được ký. Sổ năm khác hoặc loại khác chọn ở trên.',
    incoming:
      'Mỗi văn bản được tiếp nhận, vào sổ là một dòng. Hãy bắt đầu ở mục Văn bản đến. Sổ năm khác chọn ở trên.',
    issued: 'Văn bản đã ban hành trong năm sẽ hiện ở đây để làm mẫu.',
    search: 'Thử gõ ít từ hơn, hoặc viết đủ từng từ. Có dấu hay không dấu đều tìm được.',
    staff: 'Bấm Thêm người dùng: họ nhận thư hướng dẫn và đăng nhập được ngay.',
    organizations: 'Chưa có cơ quan nào. Bấm Thêm cơ quan, đơn vị để nơi nhận có trong danh bạ.',
  },
  more: 'Mục khác',
  guide: {
    title: 'Hướng dẫn',
    help: 'Chọn việc của bạn. Mỗi trang có vài bước, đọc hết trong hai phút và in được.',
    chapters: 'Các trang hướng dẫn',
    print: 'In trang này',
    step: (number: number) => `Bước ${number}.`,
    picture: (step: string) => `Màn hình khi thực hiện: ${step}`,
  },
};
