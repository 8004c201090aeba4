// A report with nothing in it but the office's own head and foot.
import { type Outline, paragraph } from './outline.ts';

export const empty: Outline = {
  id: 'trong',
  name: 'Báo cáo trống',
  help: 'Tên cơ quan, địa danh, ký hiệu và người ký được điền sẵn.',
  type: 'baoCao',
  year: 2025,
  subject: '',
  addressees: [],
  // Waits for the first words.
  blocks: [paragraph('')],
  recipients: [],
};
