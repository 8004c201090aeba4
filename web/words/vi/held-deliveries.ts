// What is said of a recipient whom an issued document did not reach, or who sent it back?
import type { HeldDelivery } from '../../../functions/domain/issued/held-delivery.ts';

export const heldDeliveries = {
  title: 'Chưa gửi được, bị trả lại nơi gửi',
  help: 'Văn bản đã ban hành nhưng chưa gửi đến được các nơi nhận này, hoặc bị trả lại nơi gửi. Mở từng dòng để chọn nơi nhận khác, hoặc ghi lý do không gửi.',
  recipient: 'Nơi nhận',
  because: 'Nguyên nhân',
  why: {
    closed: 'Cơ quan đã kết thúc hoạt động',
    noOfficer: 'Cơ quan chưa có văn thư nơi nhận trên hệ thống',
    sentBack: 'Bị trả lại nơi gửi',
  } satisfies Record<HeldDelivery['why'], string>,
  sentBackReason: 'Lý do trả lại nơi gửi',
  helpOne:
    'Chọn nơi nhận khác rồi bấm Gửi. Nếu không gửi đến đâu nữa, bấm Ghi nhận không gửi và ghi lý do.',
  to: 'Gửi đến',
  near: 'Gợi ý',
  others: 'Các cơ quan khác',
  itself: (name: string) => `${name} (nay đã gửi được)`,
  successor: (name: string) => `${name} (cơ quan tiếp nhận thay)`,
  parent: (name: string) => `${name} (cơ quan cấp trên)`,
  send: 'Gửi',
  writeOff: 'Ghi nhận không gửi',
  writeOffReason: 'Lý do không gửi (bắt buộc)',
  writeOffHelp:
    'Văn bản không gửi đến nơi nào thay nơi nhận này. Lý do được ghi vào nhật ký xử lý.',
  waiting: 'Chờ văn thư chọn nơi nhận khác',
  sentOn: (name: string) => `Đã gửi đến ${name}`,
  writtenOff: (reason: string) => `Không gửi: ${reason}`,
  /** Above an issued report. */
  notReached: (name: string, why: string, reason: string | null) =>
    `${name}: ${why.charAt(0).toLowerCase()}${why.slice(1)}${reason === null ? '' : ` (${reason})`}. Chờ văn thư xử lý.`,
};
