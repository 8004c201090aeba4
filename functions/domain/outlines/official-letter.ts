// Công văn: a letter from office to office. It has no name of its type; its matter stands under the number.
import { bullet, type Outline, paragraph } from './outline.ts';

export const officialLetter: Outline = {
  id: 'cong-van',
  name: 'Công văn',
  help: 'Trao đổi, đề nghị, trả lời giữa các cơ quan.',
  type: 'congVan',
  year: 2025,
  subject: '…',
  addressees: ['…'],
  blocks: [
    paragraph('Thực hiện … của … về việc …, Ủy ban nhân dân xã có ý kiến như sau:'),
    bullet('…'),
    bullet('…'),
    paragraph('Ủy ban nhân dân xã đề nghị … phối hợp thực hiện.'),
  ],
  recipients: ['Như trên'],
};
