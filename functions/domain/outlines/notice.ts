// Thông báo: lets people know of a decision, a result or a date.
import { bullet, clause, type Outline, paragraph } from './outline.ts';

export const notice: Outline = {
  id: 'thong-bao',
  name: 'Thông báo',
  help: 'Cho các đơn vị, người dân biết một quyết định, kết quả, lịch làm việc.',
  type: 'thongBao',
  year: 2025,
  subject: 'Về việc …',
  addressees: [],
  blocks: [
    paragraph('Ủy ban nhân dân xã thông báo về việc … như sau:'),
    clause('Nội dung: …'),
    clause('Thời gian: … giờ … phút, ngày …'),
    clause('Địa điểm: …'),
    clause('Thành phần:'),
    bullet('…'),
    paragraph('Ủy ban nhân dân xã đề nghị các đơn vị, thôn và Nhân dân biết, thực hiện.'),
  ],
  recipients: ['Thường trực Đảng ủy, HĐND xã', 'Các thôn'],
};
