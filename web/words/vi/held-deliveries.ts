// What is said of a recipient whom an issued document did not reach, or who sent it back?
import type { HeldDelivery } from '../../../functions/domain/issued/held-delivery.ts';

export const heldDeliveries = {
  recipient: 'Nơi nhận',
  because: 'Nguyên nhân',
  why: {
    closed: 'Cơ quan đã kết thúc hoạt động',
    noOfficer: 'Cơ quan chưa có văn thư nơi nhận trên hệ thống',
    sentBack: 'Bị trả lại nơi gửi',
  } satisfies Record<HeldDelivery['why'], string>,
  sentBackReason: 'Lý do trả lại nơi gửi',
  to: 'Gửi đến',
  toNobody: 'Hãy chọn cơ quan để gửi đến.',
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
