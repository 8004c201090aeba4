// What is a person told when this very press is refused, where the sentence of the code alone would say too little or something else?
import type { TroubleCode } from '../../api/problem.ts';

export type RefusedWords = Partial<Record<TroubleCode, string>>;

const notHis = (work: string) => `Bạn không còn được giao ${work}. Hãy báo quản trị.`;
const clerk = {
  not_permitted: notHis('làm văn thư'),
  submission_not_found: 'Không tìm thấy lần trình ký này trong sổ của cơ quan.',
} satisfies RefusedWords;
const reviewer = {
  not_permitted: notHis('kiểm tra hoặc ký văn bản này'),
  status_wrong: 'Lần trình ký này đã kết thúc hoặc được rút lại. Chưa ghi ý kiến nào thêm.',
  already_decided: 'Bạn đã cho ý kiến, hoặc những người khác đã xử lý xong bước này.',
} satisfies RefusedWords;
const administrator = { not_permitted: notHis('quản trị cơ quan này') } satisfies RefusedWords;

export const refused = {
  submit: {
    not_permitted: notHis('soạn thảo'),
    report_not_found: 'Không tìm thấy văn bản này nên chưa trình ký được.',
    revision_conflict:
      'Dự thảo vừa được lưu ở nơi khác. Chưa trình ký. Hãy tải lại để xem bản mới.',
    status_wrong: 'Văn bản này không còn là dự thảo: có thể đã được trình ký ở nơi khác.',
    input_invalid: 'Chưa trình ký được. Hãy sửa những chỗ sau rồi trình lại.',
    chain_empty: 'Cơ quan chưa có các bước xử lý nên chưa trình được. Hãy báo quản trị.',
    chain_without_signer: 'Các bước xử lý chưa kết thúc bằng một người ký. Hãy báo quản trị.',
    chain_person_unknown:
      'Có người trong các bước xử lý không còn được giao việc đó. Hãy báo quản trị.',
    key_missing: 'Người ký chưa có chứng thư chữ ký số nên chưa trình được. Hãy báo quản trị.',
    signer_saved_this_version:
      'Người ký đã sửa dự thảo này nên không ký được. Hãy soạn văn bản mới từ văn bản này, hoặc báo quản trị chọn người ký khác.',
    findings_open: 'Kiểm tra thể thức có cảnh báo mới. Hãy đọc rồi bấm lại.',
  },
  decide: {
    ...reviewer,
    content_changed: 'Bản trình ký đã thay đổi. Chưa ghi ý kiến. Hãy xem bản mới.',
    input_invalid: 'Có đoạn đề nghị sửa không còn như trên văn bản. Hãy xem lại rồi gửi lại.',
  },
  sign: reviewer,
  urgency: {
    not_permitted: reviewer.not_permitted,
    status_wrong: reviewer.status_wrong,
    not_asked: 'Văn bản này không chờ bạn ký nên bạn không quyết định độ khẩn được.',
    content_changed: 'Bản trình ký đã thay đổi. Chưa đổi độ khẩn. Hãy xem bản mới.',
    input_invalid: 'Văn bản đã có độ khẩn này.',
  },
  comment: {
    not_permitted: 'Chỉ người soạn thảo và những người trong các bước xử lý được góp ý.',
    status_wrong: 'Lần trình ký này đã kết thúc nên không góp ý được nữa.',
  },
  setAside: {
    not_permitted: notHis('soạn thảo'),
    report_not_found: 'Không tìm thấy văn bản này nên chưa lưu được bản chữ.',
  },
  discard: {
    not_permitted: notHis('soạn thảo'),
    revision_conflict: 'Dự thảo vừa được lưu ở nơi khác. Chưa xóa. Hãy tải lại để xem bản mới.',
    report_not_found: 'Không tìm thấy dự thảo này: có thể đã được xóa.',
    status_wrong: 'Văn bản này đã được trình ký nên không xóa được.',
  },
  withdraw: {
    not_permitted: notHis('soạn thảo'),
    status_wrong: 'Không rút lại được nữa: văn bản đã được ký, trả lại hoặc kết thúc.',
  },
  seal: {
    ...clerk,
    access_unsettled:
      'Chưa ký số cơ quan được: quản trị vừa đổi cách đăng nhập của bạn. Bạn ký số cơ quan được sau 24 giờ, hoặc ngay khi một quản trị khác đồng ý. Việc gấp thì nhờ văn thư khác.',
    status_wrong: 'Văn bản này không còn chờ ký số cơ quan.',
  },
  resume: { ...clerk, status_wrong: 'Văn bản này không còn chờ thực hiện lại.' },
  giveUp: {
    ...clerk,
    status_wrong: 'Văn bản này không còn chờ văn thư: có thể đã phát hành tiếp.',
  },
  sendHeld: {
    not_permitted: notHis('làm văn thư'),
    already_decided: 'Nơi nhận này đã được gửi hoặc đã ghi nhận là không gửi được.',
    delivery_not_found: 'Không còn văn bản nào chờ gửi đến nơi này.',
    organization_not_found: 'Cơ quan được chọn không có trong danh bạ. Hãy chọn nơi khác.',
    recipient_closed: 'Cơ quan được chọn đã kết thúc hoạt động. Hãy chọn nơi khác.',
    recipient_unattended:
      'Cơ quan được chọn chưa có văn thư nơi nhận trên hệ thống. Hãy chọn nơi khác.',
  },
  writeOff: {
    not_permitted: notHis('làm văn thư'),
    already_decided: 'Nơi nhận này đã được gửi hoặc đã ghi nhận là không gửi được.',
    delivery_not_found: 'Không còn văn bản nào chờ gửi đến nơi này.',
  },
  receive: {
    not_permitted: notHis('tiếp nhận văn bản'),
    already_decided: 'Văn bản này đã được tiếp nhận, hoặc đã trả lại nơi gửi.',
    signature_invalid:
      'Chữ ký số của văn bản không hợp lệ. Chưa tiếp nhận. Hãy trả lại nơi gửi và ghi lý do.',
    file_differs:
      'Tệp không còn như khi phát hành. Chưa tiếp nhận. Hãy trả lại nơi gửi và ghi lý do.',
    file_not_found: 'Không tìm thấy tệp của văn bản. Chưa tiếp nhận. Hãy báo nơi gửi.',
  },
  sendBack: {
    not_permitted: notHis('tiếp nhận văn bản'),
    already_decided: 'Văn bản này đã được tiếp nhận, hoặc đã trả lại nơi gửi.',
  },
  begin: {
    not_permitted: notHis('soạn thảo'),
    report_not_found: 'Không tìm thấy văn bản được chọn. Hãy chọn văn bản khác.',
  },
  importWord: {
    not_permitted: notHis('soạn thảo'),
    file_not_found: 'Tệp chưa tải lên được. Hãy chọn lại tệp.',
  },
  template: {
    ...administrator,
    report_not_found: 'Không tìm thấy văn bản được chọn làm mẫu.',
  },
  settings: {
    ...administrator,
    chain_without_signer: 'Các bước xử lý phải kết thúc bằng một người ký. Hãy chọn người ký.',
    chain_person_unknown:
      'Có người được chọn không còn được giao việc đó. Hãy chọn người khác ở bước được đánh dấu.',
  },
  register: administrator,
  organization: {
    ...administrator,
    organization_not_found: 'Cơ quan này không thuộc quyền quản lý của bạn.',
  },
  existence: {
    not_permitted:
      'Bạn không còn được giao quản trị, hoặc đây là cơ quan của chính bạn: chỉ cơ quan cấp trên kết thúc hoặc mở lại được.',
    organization_not_found: 'Cơ quan này không thuộc quyền quản lý của bạn.',
    status_wrong: 'Cơ quan này vừa kết thúc hoặc mở lại hoạt động.',
  },
  person: {
    ...administrator,
    organization_not_found: 'Cơ quan của người này không thuộc quyền quản lý của bạn.',
    status_wrong: 'Tài khoản này vừa được khóa hoặc mở khóa.',
  },
  account: {
    not_permitted: 'Bạn không còn được giao quản trị, hoặc đây là tài khoản của chính bạn.',
    organization_not_found: 'Cơ quan của người này không thuộc quyền quản lý của bạn.',
    person_not_found: 'Người này chưa có tài khoản đăng nhập.',
    entry_changed: 'Thông tin của người này vừa được thay đổi. Hãy tải lại trang rồi làm lại.',
    status_wrong: 'Người này đã đăng nhập được, nên không cần thư hướng dẫn nữa.',
  },
  access: {
    ...administrator,
    organization_not_found: 'Cơ quan của người này không thuộc quyền quản lý của bạn.',
    person_not_found: 'Người này chưa có tài khoản đăng nhập.',
    status_wrong: 'Việc này đã có hiệu lực, hoặc đã được hủy.',
  },
  key: {
    ...administrator,
    key_missing:
      'Chưa có khóa ký ở nơi được chọn. Hãy tạo yêu cầu cấp chứng thư, hoặc chọn nơi khác.',
    certificate_expired: 'Chứng thư chữ ký số này đã hết hạn. Hãy chọn tệp chứng thư còn hạn.',
    certificate_not_yet_valid:
      'Chứng thư chữ ký số này chưa có hiệu lực. Hãy đợi đến ngày có hiệu lực rồi nạp lại.',
    certificate_not_for_signing:
      'Chứng thư chữ ký số này không dùng để ký văn bản. Hãy xin cấp chứng thư dùng được để ký.',
    certificate_key_mismatch:
      'Chứng thư chữ ký số này không thuộc khóa ở nơi được chọn. Hãy chọn tệp khác, hoặc nơi giữ khóa khác.',
    certificate_untrusted:
      'Chứng thư chữ ký số này không do nhà cung cấp được tin cậy cấp, hoặc tệp thiếu chứng thư của nhà cung cấp.',
    certificate_revoked: 'Chứng thư chữ ký số này đã bị thu hồi. Hãy chọn chứng thư khác.',
  },
  image: {
    not_permitted: 'Bạn không còn được giao ký văn bản hoặc quản trị. Hãy báo quản trị.',
    person_unknown: 'Không tìm thấy bạn trong danh bạ. Hãy báo quản trị.',
  },
  attach: {
    not_permitted: notHis('soạn thảo'),
    status_wrong: 'Văn bản này không còn là dự thảo nên không đính kèm thêm được.',
  },
  check: { file_not_found: 'Tệp chưa tải lên được. Hãy chọn lại tệp.' },
} satisfies Record<string, RefusedWords>;

export type RefusedPress = keyof typeof refused;
