// What does the page say that anybody comes to first?
export const frontPage = {
  what: 'Trình Ký đưa một báo cáo của xã đi trọn đường: soạn thảo, kiểm tra, ký số, cấp số, vào sổ và gửi đến nơi nhận.',
  whom: 'Dành cho người soạn thảo, lãnh đạo, văn thư của xã và văn thư của cơ quan nhận văn bản.',
  anyone:
    'Ai cũng kiểm tra được, không cần đăng nhập, một tệp có đúng là bản đã ban hành ở đây hay không.',
  check: 'Kiểm tra một tệp',
  guide: 'Hướng dẫn sử dụng',
};
