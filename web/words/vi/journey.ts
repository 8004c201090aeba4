// What are the stations on the way of a report called, and how long did it take from one to the next?
import type { IssueStep } from '../../../functions/domain/workflow/issue-step.ts';

export const journey = {
  title: 'Tiến trình',
  submitted: (person: string) => `${person} trình ký`,
  issue: 'Tiến độ phát hành',
  steps: {
    number: 'Cấp số',
    render: 'Tạo bản chính',
    sign: 'Ký số',
    seal: 'Ký số cơ quan',
    send: 'Vào sổ, gửi đi',
  } satisfies Record<IssueStep, string>,
  /** A place among the steps, which the next ones go on from. */
  at: (step: number, of: number, name: string) => `Bước ${step}/${of}: ${name}`,
  goesOn: (place: string) => `${place}. Bạn rời trang này được, việc phát hành vẫn tiếp tục.`,
  waitsForSeal: (place: string) => `${place}. Đang chờ văn thư; bạn rời trang này được.`,
  stopped: (place: string) => `${place}. Việc phát hành dừng ở đây cho đến khi văn thư xử lý.`,
  after: (time: string) => `sau ${time}`,
  waiting: (time: string) => `Đang chờ, đã ${time}`,
  state: { done: 'đã xong', present: 'đang ở đây', ahead: 'chưa đến', ended: 'dừng ở đây' },
  lessThanMinute: 'chưa đến 1 phút',
  minutes: (count: number) => `${count} phút`,
  hours: (count: number) => `${count} giờ`,
  days: (count: number) => `${count} ngày`,
};
