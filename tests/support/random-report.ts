// What could a report from somewhere else look like? Anything the model allows, from a seed that can be repeated.
import { type Block, type Run, runsOf } from '../../functions/domain/content/block.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../functions/domain/content/document-type.ts';
import { ReportContent } from '../../functions/domain/content/report-content.ts';

/** Words of administrative reports, with the marks, figures and joins that decide where a line may end. */
const WORDS =
  'tăng cường công tác tuyên truyền cải cách hành chính trên địa bàn xã, phường; thực hiện Kế hoạch số 11/KH-UBND ngày 19/01/2023 của UBND huyện về việc nâng cao chất lượng giải quyết thủ tục hành chính (TTHC) đạt 98,5% kế hoạch; 1.234 hồ sơ, trong đó: “trực tuyến” 567 hồ sơ - chiếm 45,9%; kinh phí 12.500.000 đồng/năm; Nghị quyết 30c/NQ-CP; Quyết định 2345/QĐ-UBND; nghiêng khuyết nghiệm thu quý III/2026 đường Nguyễn Huệ… Đảng ủy, HĐND, UBMTTQ; và/hoặc tại thôn 1, thôn 2 – thôn 7 ... được người dân đồng tình ủng hộ; website http://www.example.vn/cchc/bao-cao_2026?trang=1&loai=2 thư điện tử: ubnd@example.vn Ủy ban nhân dân xã Ỷ Lan, ngõ Ờ, ƯỚC TÍNH'.split(
    ' ',
  );

/** A sequence of numbers in [0, 1) that a seed repeats (mulberry32). */
const sequence = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Table = Extract<Block, { kind: 'table' }>;

/** The table with some cells over several rows or columns, some aligned by themselves; their words stay, what they cover goes. */
export const withMergedCells = (table: Table, seed: number): Table => {
  const next = sequence(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const [height, width] = [table.rows.length, table.columns.length];
  const free = table.rows.map(() => Array<boolean>(width).fill(true));
  const cells = Array.from({ length: 2 + upTo(8) }, () => {
    const [row, column] = [upTo(height - 1), upTo(width - 1)];
    const end = row < table.headerRows ? table.headerRows : height;
    const rowSpan = 1 + upTo(Math.min(4, end - row - 1));
    const colSpan = 1 + upTo(Math.min(3, width - column - 1));
    return {
      row,
      column,
      rowSpan,
      colSpan,
      align: (['left', 'center', 'right'] as const)[upTo(5)],
    };
  }).filter(({ row, column, rowSpan, colSpan, align }) => {
    const reached = free.slice(row, row + rowSpan);
    const hasRoom = reached.every((line) => line.slice(column, column + colSpan).every(Boolean));
    if (!hasRoom || (rowSpan * colSpan === 1 && !align)) return false;
    // Another row keeps a cell of its own.
    if (reached.slice(1).some((line) => line.filter(Boolean).length <= colSpan)) return false;
    for (const line of reached) line.fill(false, column, column + colSpan);
    return true;
  });
  if (cells.length === 0) return table;
  const begins = (at: number, beside: number) =>
    cells.some(({ row, column }) => row === at && column === beside);
  return {
    ...table,
    rows: table.rows.map((line, row) =>
      line.map((runs, column) => (free[row]?.[column] || begins(row, column) ? runs : [])),
    ),
    cells: cells
      .toSorted((one, other) => one.row - other.row || one.column - other.column)
      .map(({ row, column, rowSpan, colSpan, align }) => ({
        row,
        column,
        ...(rowSpan > 1 && { rowSpan }),
        ...(colSpan > 1 && { colSpan }),
        ...(align && { align }),
      })),
  };
};

/** The report with such cells in every table of its body. */
export const reportWithMergedCells = (seed: number, size: number): ReportContent => {
  const report = randomReport(seed, size);
  const blocks = report.blocks.map((block, index) =>
    block.kind === 'table' ? withMergedCells(block, seed + index) : block,
  );
  return ReportContent.parse({ ...report, blocks });
};

/** A report of about so many blocks. The same seed gives the same report. */
export const randomReport = (seed: number, size: number): ReportContent => {
  const next = sequence(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const oneOf = <Item>(items: readonly Item[]): Item => items[upTo(items.length - 1)] as Item;
  const chance = (share: number) => next() < share;
  const words = (least: number, most: number) =>
    Array.from({ length: least + upTo(most - least) }, () => oneOf(WORDS)).join(' ');
  /** As much of them as a field takes: ten addresses of the web are longer than any line. */
  const fitting = (longest: number, least: number, most: number) =>
    words(least, most).slice(0, longest);
  const styled = (least: number, most: number): Run[] =>
    chance(0.9)
      ? runsOf(words(least, most))
      : Array.from({ length: 1 + upTo(3) }, () => ({
          text: `${words(1, Math.max(2, most / 3))} `,
          ...(chance(0.4) && { bold: true }),
          ...(chance(0.2) && { italic: true }),
        }));
  const table = (): Block => {
    const columns = Array.from({ length: 2 + upTo(4) }, () => ({
      share: 3 + upTo(4),
      align: oneOf(['left', 'center', 'right'] as const),
    }));
    const headerRows = upTo(2);
    // No address fits a narrow column.
    const short = (runs: Run[]) =>
      runs.map((run) => ({ ...run, text: run.text.replace(/\S{16,}/gu, 'ngõ') }));
    const row = (most: number) => columns.map(() => (chance(0.1) ? [] : short(styled(1, most))));
    return {
      kind: 'table',
      columns,
      headerRows,
      rows: Array.from({ length: headerRows + 1 + upTo(oneOf([3, 12, 60])) }, (_, index) =>
        row(index < headerRows ? 4 : 9),
      ),
    };
  };
  const withArticles = chance(0.25);
  const block = (): Block => {
    const pick = next();
    if (pick < 0.06) return table();
    if (pick < 0.12 && withArticles) {
      const unit = oneOf(['part', 'chapter', 'section', 'subsection'] as const);
      return { kind: 'division', unit, runs: runsOf(words(2, 14)) };
    }
    if (pick < 0.2 && withArticles) return { kind: 'article', runs: runsOf(words(2, 20)) };
    if (pick < 0.28) {
      return { kind: 'heading', level: oneOf([1, 2, 3] as const), runs: runsOf(words(2, 25)) };
    }
    if (pick < 0.36) {
      return { kind: 'clause', level: oneOf([2, 3] as const), runs: styled(3, 60) };
    }
    if (pick < 0.39) return { kind: 'label', runs: styled(2, 12) };
    if (pick < 0.7) {
      return { kind: 'bullet', level: oneOf([1, 2] as const), runs: styled(3, 70) };
    }
    return { kind: 'paragraph', runs: styled(3, 160) };
  };
  const recipients = (most: number) =>
    Array.from({ length: 1 + upTo(most) }, () => ({
      text: fitting(200, 2, 10).replace(/[;.…]+$/u, ''),
      organizationId: null,
      means: 'nameOnly' as const,
    }));
  const type = chance(0.6) ? 'baoCao' : oneOf(Object.keys(DOCUMENT_TYPES) as DocumentType[]);
  return ReportContent.parse({
    type,
    superiorLine: chance(0.3) ? 'UBND huyện Hương Sơn' : null,
    agencyLines: oneOf([
      ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
      ['PHÒNG VĂN HÓA - THÔNG TIN'],
      ['BAN CHỈ ĐẠO THỰC HIỆN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÃ SƠN TRUNG'],
    ]),
    symbol: oneOf(['BC-UBND', 'UBND-VX', 'QyĐ-BCĐCTMTQG']),
    place: oneOf(['Sơn Trung', 'Phường 1', 'Thành phố Hồ Chí Minh']),
    subject: fitting(500, 4, oneOf([10, 25, 60])),
    addressees: chance(0.5) ? recipients(4) : [],
    blocks: [
      ...(chance(0.3)
        ? Array.from({ length: 1 + upTo(3) }, () => ({
            kind: 'legalBasis',
            runs: runsOf(`Căn cứ ${words(5, 30)}`),
          }))
        : []),
      ...Array.from({ length: size }, block),
    ],
    recipients: recipients(oneOf([2, 6, 15])),
    archive: 'Lưu: VT, VP',
    signature: oneOf([
      { authority: 'TM. ỦY BAN NHÂN DÂN', titles: ['CHỦ TỊCH'], name: 'Nguyễn Văn Minh' },
      {
        authority: 'TM. ỦY BAN NHÂN DÂN',
        titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        name: 'Lê Quốc Hưng',
      },
      {
        authority: null,
        titles: ['TL. CHỦ TỊCH', 'CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ'],
        name: 'Trần Thị Thu Hà',
      },
      { authority: null, titles: ['TUQ. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lê Quốc Hưng' },
      { authority: null, titles: ['Q. CHỦ TỊCH'], name: 'Lê Quốc Hưng' },
    ]),
    urgency: chance(0.2) ? oneOf(['urgent', 'veryUrgent', 'immediate']) : null,
    circulation: chance(0.2) ? oneOf(['internal', 'returnAfterReading']) : null,
    drafterMark: chance(0.2) ? { initials: 'pl', copies: 1 + upTo(300) } : null,
    contactLine: chance(0.2) ? 'Địa chỉ: thôn Hà Trang, xã Sơn Trung; ĐT: (0239) 0000 000' : null,
    appendices: Array.from({ length: chance(0.2) ? 1 + upTo(2) : 0 }, () => ({
      title: fitting(500, 2, 15),
      blocks: Array.from({ length: 1 + upTo(8) }, block),
    })),
  });
};
