// Something has happened: what, what was done, what is needed. Short, for it is written in a hurry.
import { bullet, type Outline, paragraph, part } from './outline.ts';

export const unscheduledReport: Outline = {
  id: 'bao-cao-dot-xuat',
  name: 'Báo cáo đột xuất',
  help: 'Vụ việc vừa xảy ra: diễn biến, thiệt hại, việc đã làm, đề nghị.',
  type: 'baoCao',
  year: 2025,
  subject: 'Nhanh về vụ việc …',
  addressees: ['…'],
  blocks: [
    paragraph('Ủy ban nhân dân xã báo cáo nhanh vụ việc … xảy ra trên địa bàn như sau:'),
    part('Thời gian, địa điểm, diễn biến'),
    bullet('Thời gian: … giờ … phút, ngày …'),
    bullet('Địa điểm: …'),
    bullet('Diễn biến: …'),
    part('Thiệt hại, ảnh hưởng'),
    bullet('Về người: …'),
    bullet('Về tài sản: …'),
    part('Biện pháp đã triển khai'),
    bullet('…'),
    part('Dự báo, đề nghị'),
    bullet('…'),
    paragraph('Ủy ban nhân dân xã tiếp tục theo dõi và báo cáo khi có diễn biến mới.'),
  ],
  recipients: ['Như trên', 'Thường trực Đảng ủy, HĐND xã'],
};
