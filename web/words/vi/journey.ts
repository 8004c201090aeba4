// What are the stations on the way of a report called, and how long did it take from one to the next?
export const journey = {
  title: 'Tiến trình',
  submitted: (person: string) => `${person} trình ký`,
  number: 'Cấp số và ngày, ký số',
  seal: 'Ký số cơ quan',
  after: (time: string) => `sau ${time}`,
  waiting: (time: string) => `Đang chờ, đã ${time}`,
  state: { done: 'đã xong', present: 'đang ở đây', ahead: 'chưa đến', ended: 'dừng ở đây' },
  lessThanMinute: 'chưa đến 1 phút',
  minutes: (count: number) => `${count} phút`,
  hours: (count: number) => `${count} giờ`,
  days: (count: number) => `${count} ngày`,
};
