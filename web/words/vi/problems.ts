// What is a person told when something is refused? What happened, and what to do about it.
import type { TroubleCode } from '../../api/problem.ts';

export const problems = {
  input_invalid: 'Một số chỗ chưa đúng hoặc còn thiếu. Hãy xem những chỗ được đánh dấu.',
  text_unprintable: 'Có ký tự không in được. Hãy xóa hoặc thay ký tự đó.',
  document_secret: 'Văn bản mật không được soạn trên hệ thống này.',
  content_too_large:
    'Văn bản quá lớn (tối đa khoảng 300 trang). Hãy rút gọn, hoặc chuyển bớt thành tệp đính kèm.',
  chain_empty: 'Chưa có người kiểm tra, người ký. Hãy báo quản trị.',
  chain_without_signer: 'Chưa có người ký. Hãy báo quản trị.',
  chain_person_unknown: 'Có người trong các bước xử lý không còn làm việc. Hãy báo quản trị.',
  signature_unknown:
    'Danh bạ chưa ghi quyền hạn, chức vụ của người ký. Hãy báo quản trị ghi vào mục người dùng.',
  recipient_unknown: 'Có nơi nhận không có trong danh bạ. Hãy chọn lại.',
  recipient_closed: 'Có nơi nhận không còn hoạt động. Hãy chọn lại.',
  recipient_unattended:
    'Nơi nhận này chưa có văn thư nơi nhận trên hệ thống. Hãy chọn nơi nhận khác.',
  recipient_sent_back: 'Văn bản đã bị nơi nhận này trả lại nơi gửi. Hãy chọn nơi nhận khác.',
  successor_unknown: 'Cơ quan tiếp nhận không còn hoạt động. Hãy chọn lại.',
  findings_open: 'Có điểm chưa đúng thể thức. Hãy xem lại, hoặc đánh dấu để vẫn trình ký.',
  reason_missing: 'Hãy ghi lý do.',
  cursor_invalid: 'Danh sách đã thay đổi. Hãy tải lại trang.',
  idempotency_key_missing: 'Thao tác chưa thực hiện được. Hãy tải lại trang và thử lại.',
  idempotency_key_reused: 'Thao tác chưa thực hiện được. Hãy tải lại trang và thử lại.',
  revision_missing: 'Thao tác chưa thực hiện được. Hãy tải lại trang và thử lại.',
  file_too_large: 'Tệp quá lớn. Hãy chọn tệp không quá 25 MB, bớt ảnh hoặc tách thành nhiều tệp.',
  file_holds_too_much:
    'Tệp chứa nhiều chữ hoặc định dạng hơn mức một văn bản có thể có. Hãy chép phần cần dùng sang một tệp Word mới rồi chọn tệp đó.',
  file_not_docx: 'Tệp không phải là văn bản Word (.docx). Hãy chọn tệp khác.',
  file_not_pdf: 'Tệp không phải là PDF. Hãy chọn tệp PDF đã ký số.',
  file_old_format: 'Tệp Word kiểu cũ (.doc). Hãy mở bằng Word, lưu thành .docx rồi chọn lại.',
  file_protected: 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi chọn lại.',
  file_with_macros: 'Tệp có macro. Hãy lưu thành .docx không có macro rồi chọn lại.',
  file_damaged: 'Tệp bị hỏng, không đọc được. Hãy mở bằng Word, lưu lại rồi chọn lại.',
  attachment_missing: 'Có tệp đính kèm chưa tải lên được. Hãy bỏ tệp đó rồi đính kèm lại.',
  attachment_not_as_named:
    'Có tệp đính kèm không đúng loại như tên tệp. Hãy bỏ tệp đó hoặc lưu lại cho đúng loại.',
  image_not_png: 'Ảnh không phải là PNG hoặc không đọc được. Hãy chọn ảnh PNG khác.',
  image_too_large: 'Ảnh quá lớn. Hãy chọn ảnh không quá 1 MB, mỗi chiều không quá 1.600 điểm ảnh.',
  image_not_transparent: 'Nền ảnh không trong suốt. Hãy chọn ảnh PNG có nền trong suốt.',
  image_blank: 'Ảnh trống, không có nét nào. Hãy chọn ảnh khác.',
  signed_out: 'Phiên đăng nhập đã hết. Hãy đăng nhập lại; nội dung đang soạn được giữ nguyên.',
  person_unknown: 'Người dùng chưa có trong danh bạ hoặc đã bị khóa tài khoản. Hãy báo quản trị.',
  not_permitted: 'Bạn không có quyền làm việc này.',
  not_asked: 'Văn bản này không chờ bạn xử lý.',
  signer_saved_this_version: 'Người soạn thảo không được ký văn bản mình soạn.',
  sign_in_stale: 'Đăng nhập lại để ký. Văn bản được giữ nguyên.',
  access_unsettled:
    'Chưa ký được: quản trị vừa đổi cách đăng nhập của bạn. Bạn ký được sau 24 giờ, hoặc ngay khi một quản trị khác đồng ý. Văn bản gấp thì nhờ người soạn thảo rút lại rồi trình người ký khác.',
  second_administrator_missing:
    'Việc này cần một quản trị khác đồng ý, hoặc đợi đủ 24 giờ. Quản trị mới được giao vai trò hay mới đổi cách đăng nhập cũng phải đợi 24 giờ.',
  report_not_found: 'Không tìm thấy văn bản.',
  submission_not_found: 'Không tìm thấy lần trình ký này.',
  delivery_not_found: 'Không tìm thấy văn bản đến này.',
  organization_not_found: 'Không tìm thấy cơ quan, đơn vị.',
  person_not_found: 'Không tìm thấy người này trong cơ quan.',
  file_not_found: 'Không tìm thấy tệp.',
  template_not_found: 'Không tìm thấy mẫu này. Hãy tải lại trang.',
  words_not_found: 'Không tìm thấy bản này. Hãy tải lại trang.',
  route_not_found: 'Không tìm thấy trang.',
  revision_conflict: 'Dự thảo đã được lưu ở nơi khác. Hãy chọn bản muốn giữ.',
  entry_changed: 'Mục này vừa được người khác sửa. Hãy tải lại trang, xem bản mới rồi sửa lại.',
  status_wrong: 'Văn bản đã chuyển sang trạng thái khác. Hãy xem trạng thái mới.',
  comments_full: 'Đã có 60 góp ý. Hãy xử lý văn bản hoặc trả lại.',
  people_full:
    'Danh bạ của cơ quan đã đủ 500 người, kể cả tài khoản đã khóa. Hãy thêm đơn vị trực thuộc rồi thêm người ở đó.',
  revocations_full:
    'Đã thu hồi đủ 200 chứng thư chữ ký số, không thu hồi thêm được. Hãy nạp chứng thư mới thay cho chứng thư này; từ đó không ai ký bằng chứng thư cũ.',
  savers_full:
    'Đã có 100 người sửa dự thảo này. Hãy để một trong những người đó sửa tiếp, hoặc soạn văn bản mới từ văn bản này.',
  templates_full: 'Đã có 100 mẫu. Hãy bỏ bớt mẫu không dùng.',
  email_taken: 'Địa chỉ thư này đã có người dùng. Hãy xem lại danh bạ, kể cả tài khoản đã khóa.',
  administrator_missing:
    'Cơ quan phải còn ít nhất một quản trị. Hãy giao quyền cho người khác trước.',
  register_in_use: 'Sổ này đã cấp số trên hệ thống, không đặt lại số cuối được.',
  already_decided: 'Văn bản đã được xử lý.',
  content_changed: 'Dự thảo đã thay đổi. Chưa ký. Hãy xem bản mới.',
  rendering_changed: 'Dự thảo đã thay đổi. Chưa ký. Hãy xem bản mới.',
  layout_gone:
    'Cách trình bày của lần trình ký này không còn được dùng. Hãy trình ký lại; nếu đã cấp số thì hủy số trước.',
  date_before_register: 'Ngày ban hành sớm hơn ngày của số trước trong sổ. Hãy báo quản trị.',
  key_missing: 'Chưa có chứng thư chữ ký số. Hãy báo quản trị.',
  certificate_expired: 'Chứng thư chữ ký số đã hết hạn. Hãy báo quản trị.',
  certificate_not_yet_valid: 'Chứng thư chữ ký số chưa có hiệu lực. Hãy báo quản trị.',
  certificate_not_for_signing: 'Chứng thư chữ ký số không dùng để ký văn bản. Hãy báo quản trị.',
  certificate_key_mismatch: 'Chứng thư chữ ký số không khớp với khóa ký. Hãy báo quản trị.',
  certificate_unreadable:
    'Không đọc được chứng thư chữ ký số. Hãy chọn tệp PEM do nhà cung cấp gửi.',
  certificate_untrusted: 'Chứng thư chữ ký số không được tin cậy. Hãy báo quản trị.',
  certificate_revoked: 'Chứng thư chữ ký số đã bị thu hồi. Hãy báo quản trị.',
  timestamp_unavailable:
    'Chưa lấy được dấu thời gian. Chưa ký. Hãy thử lại sau; nếu vẫn lỗi, hãy báo quản trị.',
  signature_invalid: 'Chữ ký số không hợp lệ.',
  file_differs: 'Tệp đã bị thay đổi sau khi ký.',
  kept_file_invalid:
    'Tệp đang lưu của lần trình ký này không hợp lệ. Hãy trình ký lại; nếu đã cấp số thì hủy số trước.',
  door_wrong:
    'Thao tác chưa thực hiện được. Hãy mở lại trang bằng địa chỉ của hệ thống và thử lại; nếu vẫn lỗi, hãy báo quản trị.',
  body_malformed: 'Thao tác chưa thực hiện được. Hãy tải lại trang và thử lại.',
  header_invalid: 'Thao tác chưa thực hiện được. Hãy tải lại trang và thử lại.',
  media_type_unsupported: 'Thao tác chưa thực hiện được. Hãy tải lại trang và thử lại.',
  unavailable: 'Hệ thống đang bận. Hãy thử lại sau ít phút.',
  internal: 'Hệ thống gặp lỗi. Không có gì bị mất. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị.',
  offline: 'Không kết nối được mạng. Nội dung đang soạn được giữ trên máy này.',
} satisfies Record<TroubleCode, string>;
