// Tờ trình: asks an authority to decide something, and says why.
import { basis, bullet, type Outline, paragraph, part } from './outline.ts';

export const submissionLetter: Outline = {
  id: 'to-trinh',
  name: 'Tờ trình',
  help: 'Đề nghị cấp có thẩm quyền xem xét, quyết định một việc.',
  type: 'toTrinh',
  year: 2025,
  subject: 'Về việc …',
  addressees: ['…'],
  blocks: [
    basis('Căn cứ Luật Tổ chức chính quyền địa phương'),
    basis('Căn cứ …'),
    paragraph('Ủy ban nhân dân xã kính trình … xem xét, quyết định … với các nội dung sau:'),
    part('Sự cần thiết'),
    paragraph('…'),
    part('Nội dung trình'),
    bullet('…'),
    part('Kinh phí và nguồn kinh phí'),
    paragraph('…'),
    part('Kiến nghị'),
    paragraph('Ủy ban nhân dân xã kính đề nghị … xem xét, quyết định.'),
  ],
  recipients: ['Như trên', 'Thường trực Đảng ủy, HĐND xã'],
};
