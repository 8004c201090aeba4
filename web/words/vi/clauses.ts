// What does a clause of Decree 30/2020 ask for, in plain words? Facts in our own words, no legal advice; asked for when somebody wants to know.
import type { Clause } from '../../../functions/domain/content/clause.ts';

export const clauses: Record<Clause, string> = {
  compulsory:
    'Văn bản hành chính phải có đủ chín thành phần: Quốc hiệu và Tiêu ngữ; tên cơ quan ban hành; số, ký hiệu; địa danh và thời gian ban hành; tên loại và trích yếu; nội dung; chức vụ, họ tên và chữ ký của người ký; chữ ký số của cơ quan; nơi nhận.',
  letters:
    'Văn bản dùng phông chữ Times New Roman, bộ mã ký tự Unicode, màu đen. Ký tự mà phông chữ này không có thì không in ra được, nên phải thay bằng ký tự khác.',
  agency:
    'Tên cơ quan ban hành ghi đầy đủ theo tên chính thức. Cơ quan chủ quản trực tiếp, nếu có, ghi ở dòng trên và được viết tắt những cụm từ thông dụng. Theo thông lệ, Ủy ban nhân dân không ghi cơ quan chủ quản.',
  symbol:
    'Số ghi bằng chữ số Ả Rập, liên tục trong năm, bắt đầu từ 01; số nhỏ hơn 10 có số 0 đứng trước. Ký hiệu gồm chữ viết tắt của tên loại và của cơ quan ban hành, như 118/BC-UBND. Công văn không ghi tên loại mà ghi đơn vị soạn thảo hoặc lĩnh vực, như 12/UBND-VX.',
  typeInSymbol:
    'Chữ viết tắt của tên loại trong ký hiệu lấy theo bảng ở Phụ lục III: báo cáo là BC, kế hoạch là KH, quyết định là QĐ. Công văn không có chữ viết tắt.',
  placeAndDate:
    'Địa danh là tên chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở; chỉ đơn vị mang tên người, số hoặc sự kiện mới ghi cả danh từ chung, như Phường 1. Ngày nhỏ hơn 10, tháng 1 và tháng 2 có số 0 đứng trước; năm ghi đủ bốn chữ số: ngày 05 tháng 3 năm 2020.',
  subject:
    'Trích yếu là một câu hoặc một cụm từ ngắn gọn nêu nội dung chính của văn bản, đặt ngay dưới tên loại. Công văn ghi trích yếu sau chữ “V/v”, dưới số và ký hiệu.',
  body: 'Đề mục đi theo thứ tự I., 1., a), không bỏ cấp; đề mục cùng cấp trình bày như nhau. Viện dẫn lần đầu ghi tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu; lần sau chỉ cần tên loại, số và ký hiệu. Mỗi căn cứ một dòng, cuối dòng là dấu chấm phẩy, dòng cuối cùng là dấu chấm. Từ viết tắt được giải thích ở lần đầu.',
  signature:
    'Thay mặt tập thể ghi TM. trước tên tập thể. Cấp phó ký thay ghi KT. trước chức vụ người đứng đầu, dòng dưới ghi chức vụ của mình. Ký thừa lệnh ghi TL., thừa ủy quyền ghi TUQ., quyền cấp trưởng ghi Q. Trước họ tên không ghi học hàm, học vị, danh hiệu.',
  recipients:
    '“Kính gửi” chỉ có ở công văn, tờ trình và báo cáo gửi cấp trên. Khi đó Nơi nhận bắt đầu bằng “- Như trên;” và không nhắc lại các nơi đã kính gửi. Dòng cuối là “- Lưu: VT” cùng chữ viết tắt của đơn vị soạn thảo.',
  appendix:
    'Văn bản có phụ lục thì trong nội dung phải có chỉ dẫn đến phụ lục đó. Có từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã.',
  secrecy:
    'Văn bản mật theo pháp luật về bảo vệ bí mật nhà nước. Hệ thống nối mạng này không nhận văn bản mật.',
  capitals:
    'Chỉ viết hoa đầu câu, tên riêng và những trường hợp nêu trong Phụ lục II. Cụm từ chung, như cải cách hành chính, viết thường.',
  sentences:
    'Viết hoa chữ cái đầu của câu: sau dấu chấm, dấu chấm hỏi, dấu chấm than và khi xuống dòng. Sau dấu phẩy, dấu chấm phẩy viết thường, trừ tên riêng.',
  places:
    'Tên riêng của đơn vị hành chính viết hoa chữ cái đầu mỗi âm tiết, không dùng gạch nối: Sơn Trung, Hương Sơn.',
  units:
    'Danh từ chung chỉ đơn vị hành chính viết thường, tên riêng viết hoa: xã Sơn Trung, huyện Hương Sơn. Đơn vị mang tên người, số hoặc sự kiện thì viết hoa cả danh từ chung: Phường 1.',
  agencies:
    'Tên cơ quan, tổ chức viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực: Ủy ban nhân dân, Hội đồng nhân dân, Phòng Nội vụ, Mặt trận Tổ quốc.',
  documents:
    'Tên loại của một văn bản cụ thể viết hoa chữ cái đầu: Kế hoạch số 11/KH-UBND, Nghị định số 30/2020/NĐ-CP.',
  parts:
    'Khi viện dẫn, Phần, Chương, Mục, Điều viết hoa chữ cái đầu; khoản, điểm viết thường: khoản 2 Điều 8.',
  abbreviations:
    'Phụ lục III có bảng chữ viết tắt của tên loại: quyết định là QĐ, kế hoạch là KH, báo cáo là BC. Khi viện dẫn, tên loại và ký hiệu phải cùng chỉ một loại văn bản.',
  endMark:
    'Trong các mẫu của Phụ lục III, nội dung kết thúc bằng dấu “./.” sau chữ cuối cùng. Hệ thống tự in dấu này nên không gõ.',
  marks:
    'Nghị định 30/2020/NĐ-CP không quy định cách gõ dấu câu. Theo thông lệ, dấu câu liền sau chữ, rồi mới cách một khoảng trắng; trong một văn bản dùng một cách viết.',
  figures:
    'Nghị định 30/2020/NĐ-CP không quy định cách viết số liệu trong câu. Theo thông lệ tiếng Việt, hàng nghìn ngăn bằng dấu chấm, phần thập phân bằng dấu phẩy: 1.250 hồ sơ, đạt 98,5%. Ngày phải có thật và không ở sau hôm nay nếu là việc đã làm.',
  blanks:
    'Chỗ còn để trống (…) là chỗ của mẫu chờ điền. Văn bản ban hành rồi không sửa được, nên phải điền hoặc xóa chỗ trống trước khi ký.',
  lists:
    'Nghị định 30/2020/NĐ-CP không quy định gạch đầu dòng trong nội dung. Theo thông lệ, mỗi ý một dòng; dấu “-” và “+” để hệ thống in, không gõ tay, thì các dòng mới thẳng nhau.',
  tables:
    'Nghị định 30/2020/NĐ-CP không quy định cách trình bày bảng. Theo thông lệ, bảng có hàng tiêu đề, không có hàng trống, và mỗi cột đủ rộng cho một từ.',
  pages:
    'Nghị định 30/2020/NĐ-CP không quy định ngắt trang trước chữ ký. Theo thông lệ, nơi nhận và chữ ký không đứng riêng một trang: trang có chữ ký cần có ít nhất vài dòng nội dung, để không ai thay được các trang trước.',
  directory:
    'Nơi nhận phải là cơ quan đang hoạt động trong danh bạ. Cơ quan đã kết thúc hoạt động không nhận được văn bản; hãy chọn cơ quan kế thừa.',
};
