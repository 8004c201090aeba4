// How are states, events and people's parts called? The terms of administrative practice.

import type { DeliveryStatus } from '../../../functions/domain/issued/delivery.ts';
import type { Unreachable } from '../../../functions/domain/issued/held-delivery.ts';
import type { ComeBack, ReportStatus } from '../../../functions/domain/workflow/report.ts';
import type { DecisionKind } from '../../../functions/domain/workflow/submission.ts';

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
  role: {
    drafter: 'người soạn thảo',
    reviewer: 'người kiểm tra',
    signer: 'người ký',
    clerk: 'văn thư',
    recipientOfficer: 'văn thư nơi nhận',
    administrator: 'quản trị',
  },
  roundKind: { review: 'Kiểm tra', sign: 'Ký' },
  decision: {
    agree: 'Đồng ý',
    sign: 'Đã ký số',
    return: 'Trả lại',
    reject: 'Không duyệt',
  } satisfies Record<DecisionKind, string>,
  workflow: 'Hệ thống',
  urgency: { none: 'Thường', urgent: 'Khẩn', veryUrgent: 'Thượng khẩn', immediate: 'Hỏa tốc' },
};
