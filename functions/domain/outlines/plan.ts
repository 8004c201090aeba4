// Kế hoạch: what is to be done, by whom, until when, and with which means.
import { basis, bullet, item, type Outline, paragraph, part, table } from './outline.ts';

export const plan: Outline = {
  id: 'ke-hoach',
  name: 'Kế hoạch',
  help: 'Mục đích, nội dung, tiến độ, kinh phí và phân công thực hiện.',
  type: 'keHoach',
  year: 2025,
  subject: 'Thực hiện công tác … năm 2025',
  addressees: [],
  blocks: [
    basis('Căn cứ Luật Tổ chức chính quyền địa phương'),
    basis('Căn cứ Kế hoạch số …/KH-UBND ngày … của … về …'),
    paragraph('Ủy ban nhân dân xã ban hành kế hoạch thực hiện công tác … năm 2025 như sau:'),
    part('Mục đích, yêu cầu'),
    item('Mục đích'),
    bullet('…'),
    item('Yêu cầu'),
    bullet('…'),
    part('Nội dung, tiến độ'),
    table(
      [
        ['TT', 8],
        ['Nhiệm vụ', 38],
        ['Đơn vị chủ trì', 18],
        ['Đơn vị phối hợp', 18],
        ['Thời hạn', 18],
      ],
      4,
    ),
    part('Kinh phí thực hiện'),
    paragraph('…'),
    part('Tổ chức thực hiện'),
    bullet('Văn phòng HĐND và UBND xã: …'),
    bullet('Phòng Kinh tế: …'),
    bullet('Các thôn: …'),
    paragraph(
      'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo Ủy ban nhân dân xã để xem xét, giải quyết.',
    ),
  ],
  recipients: ['UBND cấp trên trực tiếp (để báo cáo)', 'Thường trực Đảng ủy, HĐND xã', 'Các thôn'],
};
