// One subject looked at closely, as somebody above has asked.
import { bullet, item, type Outline, paragraph, part } from './outline.ts';

export const thematicReport: Outline = {
  id: 'bao-cao-chuyen-de',
  name: 'Báo cáo chuyên đề',
  help: 'Một nội dung chuyên sâu theo yêu cầu: thực trạng, nguyên nhân, giải pháp.',
  type: 'baoCao',
  year: 2025,
  subject: 'Chuyên đề về …',
  addressees: ['…'],
  blocks: [
    paragraph(
      'Thực hiện Công văn số … ngày … của … về việc báo cáo chuyên đề …, Ủy ban nhân dân xã báo cáo như sau:',
    ),
    part('Đặc điểm tình hình'),
    item('Thuận lợi'),
    bullet('…'),
    item('Khó khăn'),
    bullet('…'),
    part('Thực trạng'),
    item('Kết quả đạt được'),
    paragraph('…'),
    item('Tồn tại, hạn chế'),
    paragraph('…'),
    part('Nguyên nhân và bài học kinh nghiệm'),
    item('Nguyên nhân'),
    bullet('Nguyên nhân khách quan: …'),
    bullet('Nguyên nhân chủ quan: …'),
    item('Bài học kinh nghiệm'),
    bullet('…'),
    part('Giải pháp'),
    bullet('…'),
    part('Kiến nghị'),
    bullet('…'),
    paragraph('Trên đây là báo cáo chuyên đề về … của Ủy ban nhân dân xã.'),
  ],
  recipients: ['Như trên', 'Thường trực Đảng ủy, HĐND xã'],
};
