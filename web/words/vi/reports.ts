// What do the lists of reports say?
import type { ReportState } from '../../../functions/domain/workflow/report-summary.ts';

export const reports = {
  /** Beside an issued report in a list. */
  unsettled: (count: number) => `${count} nơi chờ văn thư xử lý`,
  title: 'Văn bản của tôi',
  help: 'Bấm Soạn văn bản để bắt đầu, hoặc mở một văn bản để xem tiếp.',
  empty: 'Chưa có văn bản nào.',
  write: 'Soạn văn bản',
  status: 'Trạng thái',
  number: 'Số và ký hiệu',
  subject: 'Trích yếu',
  updated: 'Cập nhật',
  noSubject: '(Chưa có trích yếu)',
  untouched: 'Chưa sửa',
  round: (number: number, of: number) => `Bước ${number}/${of}`,
  holder: 'Người xử lý',
  /** Who has it where it is no person of a step. */
  holders: {
    me: 'Bạn',
    workflow: 'Hệ thống',
    seal: 'Văn thư, chờ ký số cơ quan',
    stuck: 'Văn thư, chưa phát hành được',
  },
  others: (names: string, count: number) => `${names} và ${count} người nữa`,
  since: (time: string) => `từ ${time}`,
  filter: 'Lọc theo trạng thái',
  all: 'Tất cả',
  states: {
    draft: 'Đang soạn',
    returned: 'Bị trả lại',
    inReview: 'Đang trình ký',
    issuing: 'Đang phát hành',
    issued: 'Đã ban hành',
    rejected: 'Không duyệt',
  } satisfies Record<ReportState, string>,
};

export const comeBack = {
  returned: (person: string) => `${person} trả lại`,
  withdrawn: 'Bạn đã rút lại. Sửa xong, hãy trình ký lại.',
  handedBack: 'Chưa phát hành được nên văn bản trở lại đây.',
  voided: 'Số đã hủy, văn bản trở lại đây.',
  somebody: 'Người xử lý',
};
