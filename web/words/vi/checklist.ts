// What does an office's checklist say, line by line?
import type { Check, Presser } from '../../../functions/domain/directory/checklist.ts';
import { navigation } from './navigation.ts';

/** What is missing: which roles nobody holds, or who lacks what the line is about. */
type Missing = (lacks: { roles: string; names: string }) => string;

const NO_SIGNER = 'Chưa có người ký.';

export const checklist = {
  title: navigation.checklist,
  help: 'Làm lần lượt từ trên xuống. Mọi dòng đều xong thì cơ quan ban hành được văn bản.',
  allDone: 'Đã chuẩn bị xong. Cơ quan ban hành được văn bản.',
  lines: 'Các việc',
  state: { done: 'Xong', missing: 'Còn thiếu', unknown: 'Chưa rõ' },
  check: {
    people: 'Người dùng',
    chain: 'Các bước xử lý',
    trust: 'Tổ chức cấp chứng thư',
    keys: 'Khóa ký',
    images: 'Ảnh chữ ký, ảnh con dấu',
    registers: 'Số cuối trên sổ giấy',
    mail: 'Thư điện tử',
    timestamps: 'Dấu thời gian',
  } satisfies Record<Check, string>,
  missing: {
    people: ({ roles, names }) =>
      roles
        ? `Chưa có người giữ vai trò: ${roles}.`
        : `Đợi một quản trị khác đồng ý, hoặc 24 giờ: ${names}.`,
    chain: () => 'Chưa có người ký ở bước cuối, hoặc có người không còn xử lý được.',
    trust: () => 'Chưa có tổ chức cấp chứng thư nào được tin cậy, nên chưa nạp được chứng thư.',
    keys: ({ names }) => (names ? `Chưa có chứng thư đang hiệu lực: ${names}.` : NO_SIGNER),
    images: ({ names }) => (names ? `Chưa có ảnh: ${names}.` : NO_SIGNER),
    registers: ({ names }) =>
      `Chưa rõ sổ năm nay bắt đầu từ số nào${names && `: ${names}`}. Hãy đặt số cuối trên sổ giấy (0 nếu trên giấy chưa cấp số nào), hoặc xác nhận nếu sổ đã cấp số trên hệ thống.`,
    mail: () => 'Chưa gửi được thư: tên miền chưa được xác minh, hoặc dịch vụ thư còn bị giới hạn.',
    timestamps: () =>
      'Chưa có máy chủ cấp dấu thời gian, nên không chứng minh được văn bản được ký lúc nào.',
  } satisfies Record<Check, Missing>,
  unknown: 'Chưa hỏi được dịch vụ thư điện tử. Hãy xem lại sau.',
  by: {
    signers: 'Người ký tự đưa ảnh ở mục Chữ ký của tôi.',
    operator: 'Việc này do người cài đặt hệ thống làm.',
  } satisfies Record<Exclude<Presser, 'administrator'>, string>,
};
