// What does a clerk read in the list of what is to be done today?
/** To apply the seal; to help what has stopped; to say where goes what did not arrive, or came back. */
const kinds = {
  seal: 'Chờ ký số cơ quan',
  stuck: 'Chưa phát hành được',
  unreached: 'Chưa gửi được',
  sentBack: 'Bị trả lại nơi gửi',
};

export const queue = {
  filter: 'Loại việc',
  all: 'Tất cả',
  kinds,
  count: (count: string) => `${count} việc`,
  empty: 'Không có việc nào chờ văn thư.',
  choose:
    'Chọn một việc để đọc văn bản và xử lý. Việc khẩn và chờ lâu nhất đứng đầu; phím J sang việc sau, phím K về việc trước.',
  begin: 'Mở việc đầu tiên',
  done: 'Đã xong',
  next: 'Việc tiếp theo',
  otherKinds: 'Xem việc loại khác',
  allDone: 'Không còn việc nào chờ văn thư.',
  fresh: (count: number) => `${count} việc mới`,
  rounds: 'Ý kiến xử lý',
  arrivals: 'Nơi nhận, ý kiến xử lý',
  unsigned: 'Chưa có bản đã ký số để xem.',
  goesOn: 'Đang phát hành. Số và văn bản đã phát hành sẽ hiện ở đây.',
  goesOnUnnumbered: 'Hệ thống đang làm tiếp. Văn bản sẽ trở lại đây khi cần văn thư.',
};
