// How are events told, and who did them?
import type { HappeningWords } from '../happening-words.ts';
import { directoryChanges } from './directory-changes.ts';
import { life } from './life.ts';

export const happening: HappeningWords = {
  created: () => 'bắt đầu soạn',
  edited: ({ version }) => `sửa dự thảo, phiên bản ${version}`,
  discarded: () => 'xóa dự thảo',
  submitted: ({ version }) => `trình ký phiên bản ${version}`,
  withdrawn: () => 'rút lại',
  asked: ({ round }) => `chuyển đến bước ${round + 1}`,
  agreed: ({ reason }) => (reason ? `đồng ý: ${reason}` : 'đồng ý'),
  commented: ({ text }) => `góp ý: ${text}`,
  signed: () => 'ký số',
  returned: ({ reason }) => `trả lại: ${reason}`,
  correctionProposed: ({ places }) => `đề nghị sửa ${places} chỗ`,
  urgencyDecided: ({ urgency }) => `quyết định độ khẩn: ${life.urgency[urgency ?? 'none']}`,
  rejected: ({ reason }) => `không duyệt: ${reason}`,
  reminded: ({ reminders }) => `nhắc lần ${reminders}`,
  escalated: () => 'báo văn thư và người soạn thảo',
  numbered: ({ number, symbol }) => `cấp số ${String(number).padStart(2, '0')}/${symbol}`,
  sealPressed: () => 'cho ký số cơ quan và phát hành',
  issued: () => 'ban hành',
  stuck: () => 'chưa phát hành được, chờ văn thư',
  resumed: () => 'thực hiện lại',
  voided: ({ number, reason }) => `hủy số ${number}: ${reason}`,
  handedBack: ({ reason }) => `trả lại người soạn thảo vì chưa phát hành được: ${reason}`,
  deliveryHeld: ({ recipientName, why }) =>
    `chưa gửi được đến ${recipientName}: ${life.unreachable[why]}`,
  deliverySentOn: ({ recipientId, recipientName, to, toName }) =>
    to === recipientId ? `gửi đến ${toName}` : `gửi đến ${toName} thay cho ${recipientName}`,
  deliveryWrittenOff: ({ recipientName, reason }) =>
    `ghi nhận không gửi đến ${recipientName}: ${reason}`,
  arrived: () => 'văn bản đến',
  opened: () => 'mở văn bản',
  downloaded: ({ format }) => `tải về ${format.toUpperCase()}`,
  attachmentDownloaded: ({ name }) => `tải về tệp đính kèm ${name}`,
  received: ({ incomingNumber }) => `tiếp nhận, vào sổ: số đến ${incomingNumber}`,
  sentBack: ({ reason }) => `trả lại nơi gửi: ${reason}`,
  ...directoryChanges,
};
