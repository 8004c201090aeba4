// How are the places of the menu called?
export const navigation = {
  reports: 'Văn bản của tôi',
  waiting: 'Chờ tôi xử lý',
  registry: 'Chờ văn thư',
  inbox: 'Văn bản đến',
  outgoing: 'Sổ văn bản đi',
  incoming: 'Sổ văn bản đến',
  verification: 'Kiểm tra chữ ký',
  mySigning: 'Chữ ký của tôi',
  checklist: 'Việc cần chuẩn bị',
  directory: 'Danh bạ',
  settings: 'Cài đặt',
  templates: 'Mẫu của cơ quan',
  keys: 'Chữ ký số cơ quan',
  unreadCount: (count: string) => `${count} chưa đọc`,
  waitingCount: (count: string) => `${count} đang chờ`,
};
