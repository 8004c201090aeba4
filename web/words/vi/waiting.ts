// What do the lists say of those who decide?

export const waiting = {
  symbol: 'Ký hiệu',
  reminded: (times: number) => `đã nhắc ${times} lần`,
  title: 'Chờ tôi xử lý',
  help: 'Văn bản khẩn, rồi văn bản chờ lâu nhất ở trên cùng. Mở để đọc rồi xử lý.',
  empty: 'Không có văn bản chờ ký.',
  since: 'Chờ từ',
  sentBy: 'Người trình',
  urgency: 'Độ khẩn',
};

export const decided = {
  title: 'Đã xử lý',
  help: 'Văn bản bạn đã ký, đã đồng ý, đã trả lại hoặc không duyệt; mới nhất ở trên cùng.',
  empty: 'Bạn chưa xử lý văn bản nào.',
  decision: 'Ý kiến xử lý',
  at: 'Xử lý lúc',
};

export const overview = {
  title: 'Tổng quan',
  waiting: 'văn bản chờ tôi',
  issued: (month: string) => `văn bản đã ban hành trong tháng ${month}`,
  more: (count: number) => `hơn ${count}`,
  rounds: 'Thời gian xử lý thường gặp ở mỗi bước',
  days: (days: string) => `${days} ngày`,
  few: 'dưới 0,1 ngày',
  window: (rounds: number, since: string) => `${rounds} bước gần nhất, từ ${since}`,
  none: 'chưa có bước nào kết thúc',
};
