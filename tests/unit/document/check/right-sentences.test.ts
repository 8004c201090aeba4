// What do clerks write rightly, that no rule may touch?
import { expect, test } from 'vitest';
import { checkReport } from '../../../../functions/document/check/check-report.ts';
import { FACTS, paragraph, SOUND } from './sound-report.ts';

const SENTENCES = [
  // Documents, cited for the first time and again; laws by their name alone.
  'Căn cứ Luật Đất đai năm 2024 và Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Chính phủ.',
  'Thực hiện Công văn số 1234/UBND-NC ngày 02/11/2026 của Ủy ban nhân dân tỉnh về việc báo cáo kết quả.',
  'Theo Thông tư số 01/2019/TT-BNV ngày 24/01/2019 của Bộ Nội vụ, văn bản điện tử có giá trị như bản giấy.',
  'Quyết định số 05/QĐ-UBND ngày 03/01/2026 của Ủy ban nhân dân xã; Quyết định số 05/QĐ-UBND được niêm yết.',
  'Theo điểm a khoản 2 Điều 15 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.',
  'Thể thức theo Phụ lục I Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.',
  'Việc viết hoa theo quy định tại Phụ lục II, Nghị định này.',
  'Kết luận theo Tiểu mục 1 Mục 2 Chương III của quy chế làm việc.',
  // Names of places, offices and people.
  'Xã Sơn Trung có 12 thôn; xã giáp phường Nam Hồng, huyện Đức Thọ và tỉnh Nghệ An.',
  'Đoàn công tác của Thành phố Hồ Chí Minh và Thủ đô Hà Nội làm việc với xã.',
  'Đường đi qua Phường 1, Quận 3 và phường Bến Nghé.',
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân tỉnh, Ủy ban Mặt trận Tổ quốc Việt Nam xã cùng dự.',
  'Đồng chí Lê Văn An, Chủ tịch Ủy ban nhân dân xã, kết luận cuộc họp.',
  'Ban Thường vụ Đảng ủy, Hội Liên hiệp Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Đoàn Thanh niên phối hợp.',
  'Bộ phận Tiếp nhận và Trả kết quả, Tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ.',
  'Công chức Văn phòng - Thống kê, Địa chính - Xây dựng tham mưu.',
  'Phòng Văn hóa - Xã hội chủ trì, Phòng Kinh tế phối hợp.',
  'Trường Tiểu học Sơn Trung và Trạm Y tế xã tham gia.',
  'Nhân dân trên địa bàn đồng tình; Đảng, Nhà nước quan tâm.',
  // Dates, times and figures.
  'Từ ngày 15/12/2025 đến ngày 14/12/2026, xã tiếp nhận 1.234 hồ sơ, đạt 98,5% kế hoạch.',
  'Lúc 7 giờ 30 phút ngày 05 tháng 3 năm 2026, tại nhà văn hóa thôn 3.',
  'Quý I/2026, 6 tháng đầu năm 2026, giai đoạn 2021 - 2025, nhiệm kỳ 2021-2026.',
  'Ngày 20 tháng 10 năm 2026 khai giảng; tháng 9 năm 2026 tổng kết.',
  'Tổng kinh phí 1.250.000.000 đồng (Một tỷ hai trăm năm mươi triệu đồng).',
  'Diện tích 12,5 ha; chiều dài 3,25 km; mật độ 250 người/km².',
  'Tăng 2,3 điểm % so với cùng kỳ năm trước, bằng 105% dự toán.',
  'Tỷ lệ 1/500; số điện thoại (0239) 3875 123; 24/7.',
  'Các xã đạt từ 15 đến 19 tiêu chí.',
  // Marks.
  'Các lĩnh vực: đất đai, hộ tịch, chứng thực,...',
  'Ban hành quy chế “một cửa, một cửa liên thông”; niêm yết công khai.',
  'Trang thông tin điện tử: https://sontrung.example.vn/cchc?trang=1&loai=2.',
  'Thư điện tử: vanphong@sontrung.example.vn.',
  'Số liệu gồm: a) hồ sơ giấy; b) hồ sơ điện tử; c) hồ sơ quá hạn.',
  'Trên cơ sở đó (có biểu kèm theo), xã đề nghị: tăng biên chế; bổ sung thiết bị.',
  'Vì sao chậm? Do thiếu người; do đường truyền yếu!',
  'Xếp loại A, B, C theo khung; nhóm I, nhóm II, nhóm III.',
  // Abbreviations that are written out, or known to everybody.
  'Thủ tục hành chính (TTHC) được rà soát; 100% TTHC được công khai.',
  'Chương trình mục tiêu quốc gia xây dựng nông thôn mới (sau đây viết tắt là NTM); xã đạt chuẩn NTM.',
  'Ban Chỉ huy phòng thủ dân sự, sau đây gọi là “BCH”, họp hai lần; BCH đã phân công.',
  'UBND, HĐND, UBMTTQ xã và các tổ chức WTO, ASEAN, UNESCO.',
  'Bảo hiểm xã hội (BHXH), bảo hiểm y tế (BHYT) tăng.',
  'Áp dụng hệ thống quản lý chất lượng ISO 9001:2015 theo TCVN.',
  'Treo khẩu hiệu “CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ XÃ” tại trụ sở.',
  // Words in capitals are words, whatever tone they have or lack.
  'PHẦN HAI: Phương hướng, nhiệm vụ năm 2027.',
  'Theo PHẦN BA của kế hoạch; CÂU HỎI số 2, CÂU 3 và BA câu còn lại.',
  'Xã có HAI thôn về đích, KHÔNG CÓ thôn nào chậm; nộp TRƯỚC ngày 15, THEO mẫu, CHO TỪNG thôn.',
  // Words that look like others.
  'Xã hội hóa giáo dục, tỉnh táo trước rủi ro; phường hội, huyện ủy.',
  'Mục đích của phần mềm là giảm giấy; mục tiêu đến năm 2030.',
  'Cải cách hành chính được đẩy mạnh. Chính quyền điện tử hình thành. Người dân hài lòng.',
  'Về việc này, xã đã có báo cáo; về công tác cán bộ, xã đề nghị bổ sung.',
  'Giữ bí mật nhà nước; mật độ dân cư; tối mật là độ của tài liệu.',
  'Thực hiện khoán, điểm nhấn là khoản thu; điều này đúng.',
  'Hòa giải, hóa đơn, khỏe mạnh, thủy lợi, quý III, Nguyễn Thúy Hòa.',
];

test.each(SENTENCES)('%s', (sentence) => {
  const report = {
    ...SOUND,
    blocks: [...SOUND.blocks.slice(0, 3), paragraph(sentence), ...SOUND.blocks.slice(3)],
  };

  expect(checkReport(report, FACTS).map(({ rule, vi }) => `${rule}: ${vi}`)).toEqual([]);
});
