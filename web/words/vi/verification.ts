// What is anyone told of a file's signatures? First whether they hold, then each fact, and what is wrong in plain words.
import type {
  SignatureView,
  VerificationView,
} from '../../../functions/contracts/verification-view.ts';

import type { FileView } from '../../../functions/contracts/views.ts';

/** The reasons that a judgement may have. */
type Because<Judgement> = Extract<Judgement, { because: string }>['because'];
type Role = Extract<FileView, { known: true }>['role'];

const changed = 'Nội dung đã bị thay đổi sau khi ký.';
const broken = 'Chữ ký trong tệp bị hỏng hoặc bị sửa.';
const brokenTimestamp = 'Dấu thời gian trong chữ ký bị hỏng hoặc bị sửa.';
const unreadableTimestamp = 'Hệ thống này chưa đọc được dấu thời gian trong chữ ký.';
const unusual = 'Chữ ký có dạng mà hệ thống này chưa đọc được.';

export const verification = {
  title: 'Kiểm tra chữ ký',
  help: 'Chọn hoặc thả tệp vào đây. Tệp PDF được gửi lên để kiểm tra, tự xóa sau một ngày; tệp khác không rời khỏi máy.',
  choose: 'Chọn tệp',
  drop: 'hoặc thả tệp PDF, DOCX, tệp đính kèm vào đây, không quá 25 MB',
  uploading: (percent: number) => `Đang gửi tệp: ${percent}%`,
  checking: 'Đang kiểm tra chữ ký…',
  valid: 'Chữ ký số hợp lệ, văn bản toàn vẹn.',
  invalid: 'Không hợp lệ.',
  cannotJudge: 'Chưa kết luận được.',
  file: {
    no_signature: 'Tệp không có chữ ký số nào.',
    signature_invalid: 'Có chữ ký số không hợp lệ. Hãy xem từng chữ ký bên dưới.',
    signatures_overlap: 'Các chữ ký chồng lên nhau: tệp đã bị sửa.',
    content_after_last_signature: 'Tệp bị thêm nội dung sau chữ ký cuối cùng.',
    changed_after_signing: 'Văn bản bị thay đổi sau khi ký, không được người ký cho phép.',
    seal_missing:
      'Có chữ ký số của người ký, nhưng thiếu chữ ký số của cơ quan. Văn bản chưa đủ hai chữ ký.',
    file_unreadable: 'Không đọc được tệp PDF này: tệp bị hỏng hoặc không đúng định dạng.',
    file_encrypted: 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi kiểm tra lại.',
    file_too_large: 'Tệp lớn hơn 25 MB.',
    file_too_complex: 'Tệp quá phức tạp, không kiểm tra hết được.',
    file_damaged: 'Cấu trúc tệp bị hỏng, phần mềm khác có thể hiển thị nội dung khác.',
    signature_not_judged: 'Có chữ ký chưa kết luận được. Hãy xem từng chữ ký bên dưới.',
    change_doubtful: 'Sau khi ký, tệp có thay đổi mà không rõ người ký có cho phép hay không.',
    anchor_unreadable: 'Danh sách chứng thư tin cậy của hệ thống không đọc được. Hãy báo quản trị.',
  } satisfies Record<Because<VerificationView['file']>, string>,

  known: {
    pdf: (organization, number, date) =>
      `Tệp này là văn bản đã ban hành: số ${number}, ngày ${date}, của ${organization}.`,
    docx: (organization, number, date) =>
      `Tệp này là bản DOCX để tổng hợp của văn bản số ${number}, ngày ${date}, của ${organization}. Bản này không có giá trị pháp lý.`,
    attachment: (organization, number, date) =>
      `Tệp này là tệp đính kèm, toàn vẹn, của văn bản số ${number}, ngày ${date}, của ${organization}.`,
  } satisfies Record<Role, (organization: string, number: string, date: string) => string>,
  attachmentIsNot:
    'Đây không phải là bản thân văn bản và không thay cho văn bản: hệ thống nhận ra đúng tệp này theo hồ sơ ban hành. Hãy kiểm tra cả văn bản đó.',
  attachmentUnsigned: 'Tệp không có chữ ký số riêng.',
  attachmentUnjudged: 'Về chữ ký số riêng của tệp, nếu có:',
  attachmentSigned: 'Tệp có chữ ký số của riêng nó, không phải chữ ký ban hành văn bản:',
  unknown: 'Tệp này không phải là tệp đã ban hành trên hệ thống này.',
  withoutSignatures: 'Tệp không phải PDF nên không có chữ ký số để kiểm tra.',
  hash: 'Mã kiểm tra (SHA-256)',

  signer: 'Chữ ký số của',
  nobody: 'Không rõ người ký',
  more: (count: number) => `Còn ${count} chữ ký nữa, đã tính trong kết luận.`,
  verdict: {
    valid: 'Hợp lệ',
    invalid: 'Không hợp lệ',
    cannotJudge: 'Chưa kết luận được',
  } satisfies Record<SignatureView['verdict'], string>,
  kindName: 'Loại chữ ký',
  kind: {
    signature: 'Chữ ký số',
    certification: 'Chữ ký số, có quy định được thêm gì sau khi ký',
    documentTimestamp: 'Dấu thời gian của tệp',
  } satisfies Record<SignatureView['kind'], string>,
  organization: 'Cơ quan, tổ chức',
  time: 'Thời điểm ký',
  proven: (time: string) => `${time}, có dấu thời gian chứng thực`,
  claimed: (time: string) => `${time}, theo máy của người ký, không có dấu thời gian chứng thực`,
  noTime: 'Không ghi',
  timestamp: 'Nơi cấp dấu thời gian',
  untrustedTimestamp: (authority: string, why: string) => `${authority}: không dùng được. ${why}`,
  issuer: 'Nơi cấp chứng thư',
  serialNumber: 'Số sê-ri chứng thư',
  reason: 'Lý do ký',
  details: 'Chi tiết',
  algorithm: 'Thuật toán',
  weak: (name: string) => `${name} (yếu, không còn an toàn)`,
  integrityName: 'Tính toàn vẹn',
  intact: 'Phần được ký còn nguyên vẹn, đúng khóa của chứng thư.',
  integrity: {
    byte_range_malformed: 'Phạm vi được ký ghi sai: tệp đã bị sửa.',
    byte_range_beyond_file: 'Phạm vi được ký vượt ra ngoài tệp: tệp đã bị cắt hoặc bị sửa.',
    byte_range_not_from_start: 'Chữ ký không bao trùm từ đầu tệp.',
    hole_not_contents: 'Phạm vi được ký bỏ sót nội dung: tệp đã bị sửa.',
    cms_malformed: broken,
    document_changed: changed,
    signature_wrong: 'Chữ ký không khớp với khóa của chứng thư.',
    attributes_wrong: broken,
    algorithm_misnamed: 'Thuật toán ghi trong chữ ký không phải thuật toán đã dùng.',
    signer_misnamed: 'Chứng thư nêu trong chữ ký không phải chứng thư đã dùng để ký.',
    signing_certificate_differs: 'Chứng thư trong chữ ký không phải chứng thư đã dùng để ký.',
    timestamp_malformed: unreadableTimestamp,
    timestamp_of_something_else: 'Dấu thời gian không phải của chữ ký này.',
    timestamp_wrong: brokenTimestamp,
    timestamp_misnamed: unreadableTimestamp,
    dictionary_ambiguous: 'Chữ ký được ghi mập mờ, mỗi phần mềm có thể đọc một khác.',
    certificate_damaged: 'Chứng thư trong tệp bị hỏng hoặc bị sửa.',
    padding_not_zero: 'Chỗ dành cho chữ ký còn có dữ liệu khác.',
    hash_weak: 'Thuật toán băm yếu, không còn an toàn.',
    several_signers: unusual,
    algorithm_unknown: 'Hệ thống này không biết thuật toán của chữ ký.',
    signer_certificate_missing: 'Tệp không kèm chứng thư của người ký.',
    signing_certificate_missing: 'Chữ ký không nêu chứng thư đã dùng để ký.',
    attributes_missing: unusual,
    attributes_not_der:
      'Chữ ký không được ghi đúng chuẩn nên các phần mềm có thể kiểm tra ra kết quả khác nhau.',
    timestamp_algorithm_unknown: 'Hệ thống này không biết thuật toán của dấu thời gian.',
    timestamp_hash_weak: 'Dấu thời gian dùng thuật toán băm yếu.',
    signature_kind_unknown: unusual,
    content_embedded: unusual,
    key_short: 'Khóa ký ngắn hơn mức an toàn.',
  } satisfies Record<Because<SignatureView['integrity']>, string>,
  trustName: 'Chứng thư chữ ký số',
  trusted: 'Do nơi được tin cậy cấp, có hiệu lực khi ký.',
  trust: {
    certificate_expired: 'Đã hết hạn khi ký.',
    certificate_not_yet_valid: 'Chưa có hiệu lực khi ký.',
    certificate_not_for_signing: 'Không được cấp để ký văn bản.',
    issuer_expired: 'Chứng thư của nơi cấp đã hết hạn khi ký.',
    issuer_not_yet_valid: 'Chứng thư của nơi cấp chưa có hiệu lực khi ký.',
    issuer_may_not_certify: 'Do nơi không có quyền cấp chứng thư cấp.',
    issuer_unknown: 'Nơi cấp không có trong danh sách tin cậy của hệ thống này.',
    extension_not_understood: 'Có điều kiện mà hệ thống này không hiểu.',
    time_unknown: 'Không rõ thời điểm ký nên không biết chứng thư còn hiệu lực hay không.',
    certificate_unknown: 'Không đọc được chứng thư.',
    certificate_purpose_unusual: 'Được cấp cho máy chủ, không phải cho người hay cơ quan.',
    expired_since:
      'Nay đã hết hạn; không có dấu thời gian chứng thực là đã ký khi chứng thư còn hiệu lực.',
    distrusted_since:
      'Nơi cấp nay không còn được tin cậy; không có dấu thời gian chứng thực là đã ký trước đó.',
  } satisfies Record<Because<SignatureView['trust']>, string>,
  revocationName: 'Thu hồi chứng thư',
  notRevoked: (time: string) => `Chưa bị thu hồi, theo dữ liệu trong tệp lúc ${time}.`,
  revocation: {
    certificate_revoked: 'Chứng thư đã bị thu hồi khi ký.',
    issuer_revoked: 'Chứng thư của nơi cấp đã bị thu hồi khi ký.',
    revocation_not_embedded: 'Tệp không kèm thông tin thu hồi.',
    revocation_not_usable: 'Thông tin thu hồi trong tệp không dùng được.',
    revoked_since: 'Nay đã bị thu hồi; không có dấu thời gian chứng thực là đã ký trước đó.',
  } satisfies Record<Because<SignatureView['revocation']['judgement']>, string>,
  coverageName: 'Phạm vi',
  coversWholeFile: 'Toàn bộ tệp.',
  coversEarlier: 'Toàn bộ tệp như lúc ký; sau đó tệp được thêm phần khác.',
  coversNothing: 'Không rõ phần nào của tệp được ký.',
  permissionName: 'Người ký cho phép sau khi ký',
  permission: {
    1: 'Không được thêm gì.',
    2: 'Điền biểu mẫu và ký tiếp.',
    3: 'Điền biểu mẫu, ký tiếp và ghi chú.',
  } satisfies Record<NonNullable<SignatureView['permission']>, string>,
  changesName: 'Thay đổi sau khi ký',
  noChange: 'Không có.',
  change: {
    validationData: 'dữ liệu để kiểm tra chữ ký',
    documentTimestamp: 'dấu thời gian',
    signature: 'chữ ký',
    visibleSignature: 'chữ ký có hình ở chỗ mới',
    emptyField: 'ô ký còn trống',
    formField: 'ô biểu mẫu',
    annotation: 'ghi chú',
    metadata: 'thông tin về tệp',
    structure: 'cấu trúc tài liệu',
    unused: 'dữ liệu thừa',
    other: 'nội dung',
  } satisfies Record<SignatureView['changes'][number]['kind'], string>,
  counted: (count: number, what: string) => `${count} ${what}`,
  allowed: (what: string) => `Thêm ${what}: được phép.`,
  changesAllowed: {
    change_not_allowed: 'Không được người ký cho phép.',
    revision_incomplete: 'Phần thêm vào không đọc được.',
    bytes_appended: 'Có dữ liệu lạ nối vào cuối tệp.',
    change_doubtful: 'Không rõ người ký có cho phép hay không.',
    changes_too_complex: 'Quá nhiều thay đổi, không xem hết được.',
  } satisfies Record<Because<SignatureView['changesAllowed']>, string>,
};
