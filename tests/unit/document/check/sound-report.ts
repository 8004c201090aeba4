// What does a report look like that no rule has anything against?

import type { Facts } from '../../../../functions/document/check/rule.ts';
import { type Block, runsOf } from '../../../../functions/domain/content/block.ts';
import { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import type { OrganizationId } from '../../../../functions/domain/ids.ts';

export const FACTS: Facts = {
  today: '2026-11-23',
  abbreviation: 'UBND',
  signer: null,
  closed: {
    'org_phong-cu': {
      name: 'Phòng Nội vụ huyện Hương Sơn',
      successor: { id: 'org_so-noi-vu', name: 'Sở Nội vụ tỉnh Hà Tĩnh' },
    },
  },
};

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });
export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: 'heading',
  level,
  runs: runsOf(text),
});
export const bullet = (text: string): Block => ({ kind: 'bullet', level: 1, runs: runsOf(text) });
export const named = (text: string, organizationId: OrganizationId | null = null) => ({
  text,
  organizationId,
  means: organizationId ? ('system' as const) : ('nameOnly' as const),
});
export const table = (rows: string[][], headerRows = 1): Block => ({
  kind: 'table',
  headerRows,
  columns: (rows[0] ?? []).map(() => ({ share: 50, align: 'left' as const })),
  rows: rows.map((row) => row.map((text) => runsOf(text))),
});

export const SOUND: ReportContent = ReportContent.parse({
  type: 'baoCao',
  superiorLine: null,
  agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
  symbol: 'BC-UBND',
  place: 'Sơn Trung',
  subject: 'Kết quả thực hiện công tác cải cách hành chính năm 2026',
  addressees: [named('Ủy ban nhân dân tỉnh Hà Tĩnh', 'org_tinh-ha-tinh')],
  blocks: [
    { kind: 'legalBasis', runs: runsOf('Căn cứ Luật Tổ chức chính quyền địa phương') },
    paragraph(
      'Thực hiện Kế hoạch số 11/KH-UBND ngày 19/01/2026 của Ủy ban nhân dân tỉnh Hà Tĩnh về cải cách hành chính (CCHC), Ủy ban nhân dân xã Sơn Trung báo cáo kết quả như sau:',
    ),
    heading(1, 'Kết quả đạt được'),
    heading(2, 'Công tác chỉ đạo'),
    bullet('Ban hành 12 văn bản về CCHC; giải quyết 1.234 hồ sơ, đạt 98,5%;'),
    { kind: 'label', runs: runsOf('Bộ phận một cửa') },
    bullet('Công khai thủ tục theo khoản 2 Điều 14 của quy chế, số liệu tại phụ lục.'),
    table([
      ['Lĩnh vực', 'Số hồ sơ'],
      ['Đất đai', '120'],
      ['Hộ tịch', '310'],
    ]),
    heading(1, 'Phương hướng'),
    { kind: 'clause', level: 2, runs: runsOf('Tiếp tục thực hiện đến ngày 05 tháng 3 năm 2027.') },
    paragraph('Trên đây là báo cáo của Ủy ban nhân dân xã.'),
  ],
  appendices: [{ title: 'Số liệu', blocks: [paragraph('Không có biến động.')] }],
  recipients: [named('Như trên'), named('Thường trực Đảng ủy')],
  archive: 'Lưu: VT, VP',
  signature: {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Lê Quốc Hưng',
  },
});
