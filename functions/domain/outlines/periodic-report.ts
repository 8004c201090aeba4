// Results of a period and tasks of the next: the report that an office writes most often.
import { bullet, item, type Outline, paragraph, part, table } from './outline.ts';

export const periodicReport: Outline = {
  id: 'bao-cao-dinh-ky',
  name: 'Báo cáo định kỳ',
  help: 'Kết quả trong kỳ và nhiệm vụ kỳ tiếp theo, gửi cơ quan cấp trên.',
  type: 'baoCao',
  year: 2025,
  subject: 'Kết quả thực hiện công tác … năm 2025 và phương hướng, nhiệm vụ năm 2026',
  addressees: ['…'],
  blocks: [
    paragraph(
      'Thực hiện Kế hoạch số …/KH-UBND ngày … của … về …, Ủy ban nhân dân xã báo cáo kết quả thực hiện năm 2025 như sau:',
    ),
    part('Kết quả thực hiện'),
    item('Công tác chỉ đạo, điều hành'),
    bullet('Văn bản đã ban hành: …'),
    bullet('Phân công thực hiện: …'),
    item('Kết quả cụ thể'),
    paragraph('Kết quả thực hiện các chỉ tiêu chủ yếu:'),
    table(
      [
        ['TT', 8],
        ['Chỉ tiêu', 38],
        ['Kế hoạch', 18],
        ['Thực hiện', 18],
        ['Tỷ lệ (%)', 18],
      ],
      3,
    ),
    item('Kinh phí thực hiện'),
    paragraph('Tổng kinh phí: … đồng, trong đó: …'),
    part('Đánh giá chung'),
    item('Ưu điểm'),
    bullet('…'),
    item('Hạn chế, khó khăn'),
    bullet('…'),
    item('Nguyên nhân'),
    bullet('…'),
    part('Phương hướng, nhiệm vụ năm 2026'),
    bullet('…'),
    part('Kiến nghị, đề xuất'),
    bullet('…'),
    paragraph(
      'Trên đây là báo cáo kết quả thực hiện công tác … năm 2025 và phương hướng, nhiệm vụ năm 2026 của Ủy ban nhân dân xã.',
    ),
  ],
  recipients: ['Như trên', 'Thường trực Đảng ủy, HĐND xã', 'Chủ tịch, các Phó Chủ tịch UBND xã'],
};
