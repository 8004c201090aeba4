// What is said of a recipient to whom an issued document could not be delivered?
import type { Unreachable } from '../../functions/domain/held-delivery.ts';

export const heldDeliveries = {
  title: 'Chưa gửi được',
  help: 'Văn bản đã ban hành nhưng chưa gửi đến được các nơi nhận này. Mở từng dòng để chọn nơi nhận khác, hoặc ghi lý do không gửi được.',
  recipient: 'Nơi nhận',
  because: 'Nguyên nhân',
  why: {
    closed: 'Cơ quan đã kết thúc hoạt động',
    noOfficer: 'Cơ quan chưa có văn thư nơi nhận trên hệ thống',
  } satisfies Record<Unreachable, string>,
  helpOne:
    'Chọn nơi nhận khác rồi bấm Gửi. Nếu không gửi được đến đâu, bấm Ghi nhận không gửi được và ghi lý do.',
  to: 'Gửi đến',
  near: 'Gợi ý',
  others: 'Các cơ quan khác',
  itself: (name: string) => `${name} (nay đã gửi được)`,
  successor: (name: string) => `${name} (cơ quan tiếp nhận thay)`,
  parent: (name: string) => `${name} (cơ quan cấp trên)`,
  send: 'Gửi',
  writeOff: 'Ghi nhận không gửi được',
  writeOffReason: 'Lý do không gửi được (bắt buộc)',
  writeOffHelp: 'Nơi nhận này sẽ không có văn bản trên hệ thống. Lý do được ghi vào nhật ký xử lý.',
  waiting: 'Chưa gửi được, chờ văn thư chọn nơi nhận khác',
  sentOn: (name: string) => `Đã gửi đến ${name}`,
  writtenOff: (reason: string) => `Không gửi được: ${reason}`,
};
