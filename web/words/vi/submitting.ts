// What is said when a draft is submitted or thrown away?
import type { ApprovalRound } from '../../../functions/domain/directory/organization.ts';
import { life } from './life.ts';

export const discard = {
  press: 'Xóa dự thảo',
  question: (subject: string) => `Xóa dự thảo “${subject}”? Nội dung mất hẳn, không lấy lại được.`,
};

export const submit = {
  press: 'Trình ký',
  title: 'Trình ký',
  question: (person: string) => `Trình ${person}? Muốn sửa sau khi trình, phải rút lại.`,
  chain: 'Văn bản lần lượt đến',
  needed: (needed: number, of: number) => `cần ${needed}/${of} người đồng ý`,
  notSaved: 'Dự thảo chưa lưu. Hãy chờ lưu xong rồi trình ký.',
  uploading: 'Tệp đính kèm đang tải lên. Hãy chờ tải xong rồi trình ký.',
  findings: (count: number) => `Còn ${count} cảnh báo thể thức.`,
  lookAgain: 'Xem lại',
  passOver: 'Vẫn trình ký',
  toNobody:
    'Văn bản này sẽ không đến nơi nào trên hệ thống: tên nơi nhận chỉ được in trên văn bản. Bạn vẫn muốn trình ký?',
  toRecipients: 'Xem lại nơi nhận',
  /** Somebody whose name the directory has no more. */
  gone: 'người đã bị khóa tài khoản',
  cannotBeAsked: (kind: ApprovalRound['kind'], person: string) =>
    `${life.roundKind[kind]}: ${person} không còn được giao việc này.`,
};
