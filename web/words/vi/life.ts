// How are states, events and people's parts called? The terms of administrative practice.

import type { DeliveryStatus } from '../../../functions/domain/issued/delivery.ts';
import type { Unreachable } from '../../../functions/domain/issued/held-delivery.ts';
import type { ComeBack, ReportStatus } from '../../../functions/domain/workflow/report.ts';
import type { DecisionKind } from '../../../functions/domain/workflow/submission.ts';
import type { HappeningWords } from '../happening-words.ts';
import { directoryChanges, role } from './directory-changes.ts';
import { editor } from './editor.ts';

const { urgencyOf } = editor.optional;

const unreachable = {
  closed: 'đã kết thúc hoạt động',
  noOfficer: 'chưa có văn thư nơi nhận',
} satisfies Record<Unreachable, string>;

export const life = {
  unreachable,
  reportStatus: {
    draft: 'Đang soạn',
    inReview: 'Chờ kiểm tra',
    issuing: 'Đang phát hành',
    issued: 'Đã ban hành',
    rejected: 'Không duyệt',
  } satisfies Record<ReportStatus, string>,
  awaitingSignature: 'Chờ ký',
  cameBack: {
    returned: 'Bị trả lại',
    withdrawn: 'Đã rút',
    handedBack: 'Bị trả lại',
    voided: 'Bị trả lại',
  } satisfies Record<ComeBack['how'], string>,
  deliveryStatus: {
    arrived: 'Đã đến',
    opened: 'Đã mở',
    received: 'Đã tiếp nhận',
    sentBack: 'Từ chối tiếp nhận',
  } satisfies Record<DeliveryStatus, string>,
  role,
  roundKind: { review: 'Kiểm tra', sign: 'Ký' },
  decision: {
    agree: 'Đồng ý',
    sign: 'Đã ký số',
    return: 'Trả lại',
    reject: 'Không duyệt',
  } satisfies Record<DecisionKind, string>,
  workflow: 'Hệ thống',
  happening: {
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
    urgencyDecided: ({ urgency }) => `quyết định độ khẩn: ${urgencyOf[urgency ?? 'none']}`,
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
      `chưa gửi được đến ${recipientName}: ${unreachable[why]}`,
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
  } satisfies HappeningWords,
};
