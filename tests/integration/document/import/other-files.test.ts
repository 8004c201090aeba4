// What becomes of the Word files that other programs and other people make?
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../../../functions/document/import/import-docx.ts';
import { plainText } from '../../../../functions/domain/content/block.ts';
import { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import { CENTRED, p, r, tbl, wordFile } from '../../../support/files/word-file.ts';

const bold = (text: string) => r(text, { bold: true });
const italic = (text: string) => r(text, { italic: true });

/** `heading 2: Mục đích`, `table: a | b / c | d`. */
const told = ({ blocks }: Pick<ReportContent, 'blocks'>) =>
  blocks.map((block) => {
    const level = 'level' in block ? ` ${block.level}` : '';
    const words =
      block.kind === 'table'
        ? block.rows.map((row) => row.map(plainText).join(' | ')).join(' / ')
        : plainText(block.runs);
    return `${block.kind}${level}: ${words}`;
  });

const HEADER = tbl([
  [
    [p(bold('ỦY BAN NHÂN DÂN'), CENTRED), p(bold('XÃ SƠN TRUNG'), CENTRED), p('-------')].join(''),
    [
      p(bold('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'), CENTRED),
      p(bold('Độc lập – Tự do – Hạnh phúc'), CENTRED),
      p('---------------'),
    ].join(''),
  ],
  [p('Số: 12 /KH - UBND', CENTRED), p(italic('Sơn Trung, ngày 05 tháng 3 năm 2024'), CENTRED)],
]);
const TITLE = p(bold('KẾ HOẠCH'), CENTRED) + p(bold('Tuyên truyền cải cách hành chính'), CENTRED);
const FOOT = tbl([
  [
    [p('Nơi nhận:'), p('- UBND huyện (b/c);'), p('- Các thôn;'), p('- Lưu: VT.')].join(''),
    [
      p(bold('TM. ỦY BAN NHÂN DÂN'), CENTRED),
      p(bold('KT. CHỦ TỊCH'), CENTRED),
      p(bold('PHÓ CHỦ TỊCH'), CENTRED),
      p(''),
      p(bold('Lê Quốc Hưng'), CENTRED),
    ].join(''),
  ],
]);

/** Most of these are no whole documents; what is said of missing parts has tests of its own (missing-parts.test.ts). */
const imported = async (...arguments_: Parameters<typeof wordFile>) => {
  const { content, notes } = await importDocx(wordFile(...arguments_));
  return { content, notes: notes.filter(({ code }) => !/^no[A-Z]/u.test(code)) };
};

describe('The parts of Article 8', () => {
  test('are lifted out of the tables that stand above and below', async () => {
    const { content } = await imported(HEADER + TITLE + p('Nội dung.') + FOOT);

    expect(content).toMatchObject({
      type: 'keHoach',
      superiorLine: null,
      agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
      symbol: 'KH-UBND',
      place: 'Sơn Trung',
      subject: 'Tuyên truyền cải cách hành chính',
      archive: 'Lưu: VT',
      signature: {
        authority: 'TM. ỦY BAN NHÂN DÂN',
        titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        name: 'Lê Quốc Hưng',
      },
    });
    expect(content.recipients.map(({ text }) => text)).toEqual(['UBND huyện (b/c)', 'Các thôn']);
    expect(told(content)).toEqual(['paragraph: Nội dung.']);
  });

  test('are lifted out of lines with tabs, where no table parts them', async () => {
    const tab = '<w:r><w:tab/></w:r>';
    const { content } = await imported(
      [
        p(bold('ỦY BAN NHÂN DÂN') + tab + bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
        p(bold('XÃ SƠN TRUNG') + tab + bold('Độc lập - Tự do - Hạnh phúc')),
        p(r('Số:    /BC-UBND') + tab + italic('Sơn Trung, ngày     tháng     năm 2024')),
        p(bold('BÁO CÁO'), CENTRED),
        p(bold('Kết quả công tác tháng 3'), CENTRED),
        p('Kính gửi: Phòng Nội vụ huyện Hương Sơn'),
        p('Nội dung báo cáo.'),
        p(bold('Nơi nhận:') + tab + bold('TM. ỦY BAN NHÂN DÂN')),
        p(r('- Như trên;') + tab + bold('CHỦ TỊCH')),
        p('- Lưu: VT.'),
        p(tab + bold('Nguyễn Văn Minh')),
      ].join(''),
    );

    expect(content).toMatchObject({
      type: 'baoCao',
      agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
      symbol: 'BC-UBND',
      place: 'Sơn Trung',
      subject: 'Kết quả công tác tháng 3',
      archive: 'Lưu: VT',
      signature: {
        authority: 'TM. ỦY BAN NHÂN DÂN',
        titles: ['CHỦ TỊCH'],
        name: 'Nguyễn Văn Minh',
      },
    });
    expect(content.addressees.map(({ text }) => text)).toEqual(['Phòng Nội vụ huyện Hương Sơn']);
    expect(content.recipients.map(({ text }) => text)).toEqual(['Như trên']);
    expect(told(content)).toEqual(['paragraph: Nội dung báo cáo.']);
  });

  test('of a công văn are known by V/v, which may take several lines', async () => {
    const header = tbl([
      [
        [
          p(bold('UBND XÃ SƠN TRUNG')),
          p('Số: 15/UBND-VX'),
          p('V/v báo cáo kết quả'),
          p('quý I'),
        ].join(''),
        [
          p(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
          p('Sơn Trung, ngày 01 tháng 4 năm 2024'),
        ].join(''),
      ],
    ]);
    const { content } = await imported(
      [header, p('Kính gửi:'), p('- Phòng Nội vụ;'), p('- Phòng Tài chính.'), p('Nội dung.')].join(
        '',
      ),
    );

    expect(content).toMatchObject({
      type: 'congVan',
      subject: 'báo cáo kết quả quý I',
      symbol: 'UBND-VX',
    });
    expect(content.addressees.map(({ text }) => text)).toEqual(['Phòng Nội vụ', 'Phòng Tài chính']);
    expect(told(content)).toEqual(['paragraph: Nội dung.']);
  });

  test('that nobody can tell stay in the body, and are told', async () => {
    const header = tbl([
      [p(bold('UBND XÃ')), p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('(Dự thảo lần 2)')],
    ]);
    const { content, notes } = await imported(header + p('Nội dung.'));

    expect(told(content)).toEqual(['paragraph: (Dự thảo lần 2)', 'paragraph: Nội dung.']);
    expect(notes).toMatchObject([{ code: 'placed', lost: false, text: '(Dự thảo lần 2)' }]);
  });

  test('of a file without any of them are left for the drafter to fill in', async () => {
    const { content } = await imported(p('Một đoạn.') + p('Hai đoạn.'));

    expect(content).toMatchObject({
      type: 'baoCao',
      agencyLines: [''],
      subject: '',
      recipients: [],
    });
    expect(told(content)).toEqual(['paragraph: Một đoạn.', 'paragraph: Hai đoạn.']);
  });

  test('go on after the signature as appendices, each with its title', async () => {
    const { content } = await imported(
      [
        HEADER,
        TITLE,
        p('Nội dung.'),
        FOOT,
        p('PHỤ LỤC I', CENTRED),
        p(bold('DANH MỤC NHIỆM VỤ'), CENTRED),
        p('(Kèm theo Kế hoạch số 12/KH-UBND)', CENTRED),
        p('1. Tập huấn'),
        p('Phụ lục II: KINH PHÍ', CENTRED),
        tbl([['Việc', 'Tiền']]),
      ].join(''),
    );

    expect(content.appendices.map(({ title }) => title)).toEqual(['DANH MỤC NHIỆM VỤ', 'KINH PHÍ']);
    expect(content.appendices.flatMap(told)).toEqual(['clause 2: Tập huấn', 'table: Việc | Tiền']);
  });
});

describe('Numbers and marks', () => {
  test('that were typed become headings, clauses and bullets', async () => {
    const { content, notes } = await imported(
      [
        p(bold('I. KẾT QUẢ')),
        p(bold('1. Chỉ đạo')),
        p('- Ban hành văn bản;'),
        p('+ Kế hoạch;'),
        p('– Tập huấn.'),
        p('• Kiểm tra.'),
        p('2. Không có tiêu đề, chỉ là một khoản.'),
        p('a) Điểm thứ nhất;'),
        p('b/ Điểm thứ hai.'),
        p(bold('II/ PHƯƠNG HƯỚNG')),
      ].join(''),
    );

    expect(told(content)).toEqual([
      'heading 1: KẾT QUẢ',
      'heading 2: Chỉ đạo',
      'bullet 1: Ban hành văn bản;',
      'bullet 2: Kế hoạch;',
      'bullet 1: Tập huấn.',
      'bullet 1: Kiểm tra.',
      'clause 2: Không có tiêu đề, chỉ là một khoản.',
      'clause 3: Điểm thứ nhất;',
      'clause 3: Điểm thứ hai.',
      'heading 1: PHƯƠNG HƯỚNG',
    ]);
    expect(notes).toEqual([]);
  });

  test('that Word prints by itself are counted as Word counts them', async () => {
    const level = (ilvl: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = [
      `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}</w:abstractNum>`,
      `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uF0B7')}</w:abstractNum>`,
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    ].join('');
    const item = (id: number, at: number, content: string) =>
      p(content, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
    const { content } = await imported(
      [
        item(1, 0, bold('Kết quả')),
        item(1, 1, bold('Chỉ đạo')),
        item(1, 2, 'Văn bản'),
        item(2, 0, 'Chấm tròn'),
        item(1, 1, 'Thực hiện'),
        item(1, 0, bold('Phương hướng')),
        item(1, 1, 'Nhiệm vụ'),
      ].join(''),
      { numbering },
    );

    expect(told(content)).toEqual([
      'heading 1: Kết quả',
      'heading 2: Chỉ đạo',
      'paragraph: 1.1. Văn bản',
      'bullet 1: Chấm tròn',
      'clause 2: Thực hiện',
      'heading 1: Phương hướng',
      'clause 2: Nhiệm vụ',
    ]);
  });

  test('are numbers in a font of symbols too, where a bullet is what that font shows there', async () => {
    const WINGDINGS = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>';
    const SYMBOL = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>';
    const lists = [
      ['decimal', '%1.', WINGDINGS],
      ['lowerLetter', 'b%1:', SYMBOL],
      ['decimal', '%1.', ''],
      ['bullet', 'ü', WINGDINGS],
      ['bullet', 'v', WINGDINGS],
      ['bullet', 'J', WINGDINGS],
      ['bullet', 'a', SYMBOL],
      ['none', 'Ghi chú %1:', ''],
    ];
    const numbering = [
      ...lists.map(
        ([format, text, font], id) =>
          `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${font}</w:lvl></w:abstractNum>`,
      ),
      ...lists.map(
        (_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`,
      ),
    ].join('');
    const item = (id: number, mark = '') =>
      p('Việc', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>${mark}`);
    const { content, notes } = await imported(
      [item(1), item(2), p(bold('I. MỘT')), item(3, WINGDINGS), item(4), item(5), item(6), item(7)]
        .concat(item(8))
        .join(''),
      { numbering },
    );

    expect(told(content)).toEqual([
      'clause 2: Việc',
      'paragraph: ba: Việc',
      'heading 1: MỘT',
      'clause 2: Việc',
      'paragraph: ✓ Việc',
      'bullet 1: Việc',
      'bullet 1: Việc',
      'paragraph: α Việc',
      'paragraph: Ghi chú : Việc',
    ]);
    expect(notes).toEqual([]);
  });

  test('may count on through the level above, and be named by a style', async () => {
    const level = (ilvl: number, format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = [
      `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', 'Chương %1')}${level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>`,
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ].join('');
    const styles =
      '<w:style w:type="paragraph" w:styleId="Luat"><w:name w:val="Luật"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const styled = (at: number, content: string) =>
      p(
        bold(content),
        `<w:pStyle w:val="Luat"/><w:numPr><w:ilvl w:val="${at}"/></w:numPr>${CENTRED}`,
      );
    const { content } = await imported(
      [
        styled(0, 'QUY ĐỊNH CHUNG'),
        styled(1, 'Phạm vi'),
        styled(1, 'Đối tượng'),
        styled(0, 'QUY ĐỊNH CỤ THỂ'),
        styled(1, 'Trách nhiệm'),
      ].join(''),
      { numbering, styles },
    );

    expect(told(content)).toEqual([
      'division: QUY ĐỊNH CHUNG',
      'article: Phạm vi',
      'article: Đối tượng',
      'division: QUY ĐỊNH CỤ THỂ',
      'article: Trách nhiệm',
    ]);
  });

  test('in a table of contents count nothing, and take no number from those below', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
    const { content, notes } = await imported(
      [
        p(`${r('I. KẾT QUẢ')}<w:r><w:tab/></w:r>${r('2')}`, '<w:pStyle w:val="TOC1"/>'),
        p('II. PHƯƠNG HƯỚNG.............. 3'),
        p(bold('I. KẾT QUẢ')),
        p(bold('II. PHƯƠNG HƯỚNG')),
      ].join(''),
      { styles },
    );

    expect(told(content)).toEqual([
      'paragraph: I. KẾT QUẢ 2',
      'paragraph: II. PHƯƠNG HƯỚNG.............. 3',
      'heading 1: KẾT QUẢ',
      'heading 1: PHƯƠNG HƯỚNG',
    ]);
    expect(notes).toEqual([]);
  });

  test('that do not follow stay as they were typed, and are told', async () => {
    const { content, notes } = await imported(p(bold('I. MỘT')) + p(bold('III. BA')));

    expect(told(content)).toEqual(['heading 1: MỘT', 'paragraph: III. BA']);
    expect(notes).toMatchObject([{ code: 'number', lost: false, text: 'III. BA' }]);
  });

  test('of chapters and articles are counted too', async () => {
    const { content } = await imported(
      [
        p(italic('Căn cứ Luật Tổ chức chính quyền địa phương;')),
        p(italic('Theo đề nghị của công chức Văn phòng,')),
        p(bold('Chương I'), CENTRED),
        p(bold('QUY ĐỊNH CHUNG'), CENTRED),
        p(bold('Điều 1. Phạm vi')),
        p('1. Khoản một.'),
        p(bold('Điều 2. Đối tượng')),
        p('1. Khoản một.'),
      ].join(''),
    );

    expect(told(content)).toEqual([
      'legalBasis: Căn cứ Luật Tổ chức chính quyền địa phương',
      'legalBasis: Theo đề nghị của công chức Văn phòng',
      'division: QUY ĐỊNH CHUNG',
      'article: Phạm vi',
      'clause 2: Khoản một.',
      'article: Đối tượng',
      'clause 2: Khoản một.',
    ]);
  });
});

describe('What Word can do and the decree does not know', () => {
  test('keeps its words: merged cells, cells of several paragraphs, tables in tables', async () => {
    const merged =
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' +
      `${p('Gộp')}</w:tc></w:tr><w:tr><w:tc>${p('Một')}${p('Hai')}</w:tc><w:tc>${tbl([['Trong', 'cùng']])}${p('')}</w:tc></w:tr></w:tbl>`;
    const { content, notes } = await imported(merged);

    expect(told(content)).toEqual(['table: Gộp |  / Một Hai | Trong cùng']);
    expect(content.blocks[0]).toMatchObject({ cells: [{ row: 0, column: 0, colSpan: 2 }] });
    expect(notes.map(({ code, lost }) => [code, lost])).toEqual([
      ['nested', false],
      ['cells', false],
      ['cells', false],
    ]);
  });

  const tc = (content: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
  const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const STARTS = '<w:vMerge w:val="restart"/>';
  const GOES_ON = '<w:vMerge/>';
  const over = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
  const RIGHT = '<w:jc w:val="right"/>';

  test('keeps a header of two rows, figures to the right, and cells over rows of the body', async () => {
    const { content, notes } = await imported(
      `<w:tbl><w:tblGrid>${'<w:gridCol w:w="1000"/><w:gridCol w:w="3000"/>'.repeat(2)}</w:tblGrid>${[
        tr(tc('TT', STARTS), tc('Lĩnh vực', STARTS), tc('Hồ sơ', over(2))),
        tr(tc('', GOES_ON), tc('', GOES_ON), tc('Trực tuyến'), tc('Trực tiếp')),
        tr(tc('1'), tc('Đất đai', STARTS), tc(p('12', RIGHT)), tc(p('1.234', RIGHT))),
        tr(tc('2'), tc('', GOES_ON), tc(p('7', RIGHT)), tc(p('-', CENTRED))),
        tr(tc(p('Tổng cộng', CENTRED), over(2)), tc(p('19', RIGHT)), tc(p('1.234', RIGHT))),
      ].join('')}</w:tbl>`,
    );

    expect(told(content)).toEqual([
      'table: TT | Lĩnh vực | Hồ sơ |  /  |  | Trực tuyến | Trực tiếp / 1 | Đất đai | 12 | 1.234 / 2 |  | 7 | - / Tổng cộng |  | 19 | 1.234',
    ]);
    expect(content.blocks[0]).toMatchObject({
      headerRows: 2,
      columns: [
        { share: 12.5, align: 'left' },
        { share: 37.5, align: 'left' },
        { share: 12.5, align: 'right' },
        { share: 37.5, align: 'right' },
      ],
      cells: [
        { row: 0, column: 0, rowSpan: 2 },
        { row: 0, column: 1, rowSpan: 2 },
        { row: 0, column: 2, colSpan: 2 },
        { row: 2, column: 1, rowSpan: 2 },
        { row: 3, column: 3, align: 'center' },
        { row: 4, column: 0, colSpan: 2, align: 'center' },
      ],
    });
    expect(notes).toEqual([]);
  });

  test('makes one cell of those that old files merge side by side, with the words of all', async () => {
    const FIRST = '<w:hMerge w:val="restart"/>';
    const { content, notes } = await imported(
      `<w:tbl>${[
        tr(tc('TT', STARTS), tc('Hồ sơ', FIRST), tc('', '<w:hMerge/>')),
        tr(tc('', GOES_ON), tc('Trực tuyến'), tc('Trực tiếp')),
        tr(tc('Cộng', FIRST), tc('lại', '<w:hMerge w:val="continue"/>'), tc('19')),
        tr(
          tc('một', '<w:hMerge/>'),
          tc('hai', `${FIRST}${STARTS}`),
          tc('', `<w:hMerge/>${STARTS}`),
        ),
        tr(tc('ba'), tc('', `${FIRST}${GOES_ON}`), tc('', `<w:hMerge/>${GOES_ON}`)),
      ].join('')}</w:tbl>`,
    );

    expect(told(content)).toEqual([
      'table: TT | Hồ sơ |  /  | Trực tuyến | Trực tiếp / Cộng lại |  | 19 / một | hai |  / ba |  | ',
    ]);
    expect(content.blocks[0]).toMatchObject({
      cells: [
        { row: 0, column: 0, rowSpan: 2 },
        { row: 0, column: 1, colSpan: 2 },
        { row: 2, column: 0, colSpan: 2 },
        { row: 3, column: 1, colSpan: 2, rowSpan: 2 },
      ],
    });
    expect(notes.map(({ code, text }) => `${code} ${text}`)).toEqual(['cells Cộng / lại']);
  });

  test('says what of a cell’s look has no place in a report', async () => {
    const { notes } = await imported(
      `<w:tbl>${tr(
        tc('Nền', '<w:shd w:val="clear" w:fill="FFFF00"/>'),
        tc('Dọc', '<w:textDirection w:val="btLr"/>'),
        tc('Trắng', '<w:shd w:val="clear" w:fill="auto"/>'),
      )}</w:tbl>`,
    );

    expect(notes.map(({ code, lost }) => [code, lost])).toEqual([
      ['shaded', false],
      ['turned', false],
    ]);
  });

  test('says once in how many places the body had colours, and in how many lines below its words', async () => {
    const looking = (text: string, look: string) =>
      `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const RED = '<w:color w:val="FF0000"/>';
    const LINE = '<w:u w:val="single"/>';
    const styles = `<w:style w:type="character" w:styleId="Xanh"><w:name w:val="Xanh"/><w:rPr><w:color w:val="0000FF"/></w:rPr></w:style>`;
    const { content, notes } = await imported(
      [
        HEADER.replace('<w:rPr><w:b/></w:rPr>', `<w:rPr><w:b/>${RED}${LINE}</w:rPr>`),
        TITLE,
        p(looking('đỏ', RED) + looking(' ', '') + looking('và đậm', `${RED}<w:b/>`) + r(', đen')),
        p(
          looking('nền vàng', '<w:highlight w:val="yellow"/>') +
            r(' và ') +
            looking('xanh', '<w:rStyle w:val="Xanh"/>'),
        ),
        p(looking('nền chữ', '<w:shd w:val="clear" w:fill="D9E2F3"/>')),
        p('nền đoạn', '<w:shd w:val="clear" w:fill="D9E2F3"/>'),
        tbl([[p(looking('ô đỏ', RED)), p(looking('gạch', LINE))]]),
        p(
          looking('đen', '<w:color w:val="auto"/><w:highlight w:val="none"/><w:u w:val="none"/>') +
            looking('đen', '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="auto"/>') +
            looking('xám đậm', '<w:color w:val="404040"/>') +
            looking(' ', `${RED}${LINE}`),
        ),
        FOOT,
        p('PHỤ LỤC I', CENTRED),
        p(bold('DANH MỤC'), CENTRED),
        p(looking('xám', '<w:color w:val="A6A6A6"/>')),
      ].join(''),
      { styles, footer: p(looking('Địa chỉ: xã Sơn Trung', RED)) },
    );

    expect(told(content).slice(0, 2)).toEqual([
      'paragraph: đỏ và đậm, đen',
      'paragraph: nền vàng và xanh',
    ]);
    expect(notes.filter(({ code }) => code === 'coloured' || code === 'underlined')).toEqual([
      {
        code: 'coloured',
        lost: false,
        vi: 'Màu chữ, màu đánh dấu không được giữ (7 chỗ).',
        en: 'Colours of letters and highlighting were not kept (7 places).',
        text: 'đỏ',
      },
      {
        code: 'underlined',
        lost: false,
        vi: 'Gạch chân không được giữ (1 chỗ).',
        en: 'Underlining was not kept (1 place).',
        text: 'gạch',
      },
    ]);
  });

  test('makes a sound table of cells that are merged otherwise than Word does it', async () => {
    const rows = [
      // A lower part below nothing, and one of another width than the cell above it.
      tr(tc('a', GOES_ON), tc('b', `${over(2)}${STARTS}`)),
      tr(tc('c', GOES_ON), tc('d', GOES_ON), tc('e')),
      // A row with no cell of its own.
      tr(tc('', `${over(3)}${STARTS}`)),
      tr(tc('g', `${over(3)}${GOES_ON}`)),
      tr(tc('h', over(0)), tc('i', over(-3)), tc('k', '<w:vMerge w:val="x"/>')),
      tr(tc('l')),
    ];
    const { content } = await imported(`<w:tbl>${rows.join('')}</w:tbl>`);

    expect(told(content)).toEqual(['table: a c | b |  /  | d | e / g |  |  / h | i | k / l |  | ']);
    expect(content.blocks[0]).toMatchObject({
      cells: [
        { row: 0, column: 0, rowSpan: 2 },
        { row: 0, column: 1, colSpan: 2 },
        { row: 2, column: 0, colSpan: 3 },
      ],
    });
  });

  test('parts a long table where no cell reaches over the line, and cuts one that reaches over all of them', async () => {
    const groups = (size: number) =>
      Array.from({ length: 1_500 }, (_, at) =>
        tr(tc(at % size === 0 ? `n${at}` : '', at % size === 0 ? STARTS : GOES_ON), tc(`${at}`)),
      ).join('');
    const sizesOf = async (size: number) => {
      const { content, notes } = await imported(`<w:tbl>${groups(size)}</w:tbl>`);
      ReportContent.parse(content);
      const sizes = content.blocks.map((block) => (block.kind === 'table' ? block.rows.length : 0));
      return [sizes, notes.map(({ code }) => code)];
    };

    expect(await sizesOf(7)).toEqual([[994, 506], []]);
    expect(await sizesOf(1_500)).toEqual([[1_000, 500], ['merged']]);
  });

  test('keeps its words: fields, links, controls, text boxes, notes, formulas, raised figures', async () => {
    const field = (result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p('Trong khung')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Trong khung')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>';
    const { content, notes } = await imported(
      [
        p(`${r('Ngày ')}${field('hôm nay')}${r(', ')}<w:hyperlink>${r('liên kết')}</w:hyperlink>`),
        `<w:sdt><w:sdtContent>${p('Trong ô điều khiển')}</w:sdtContent></w:sdt>`,
        p(`${r('Có khung')}${box}`),
        p(`${r('Có chú thích')}<w:r><w:footnoteReference w:id="7"/></w:r>`),
        p(`${r('Rộng 5 m')}${raised}<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`),
      ].join(''),
      { footnotes: `<w:footnote w:id="7">${p('Chú thích ở chân trang')}</w:footnote>` },
    );

    expect(told(content)).toEqual([
      'paragraph: Ngày hôm nay, liên kết',
      'paragraph: Trong ô điều khiển',
      'paragraph: Trong khung',
      'paragraph: Có khung',
      'paragraph: Có chú thích',
      'paragraph: Chú thích ở chân trang',
      'paragraph: Rộng 5 m²x=1',
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['textBox', 'footnote']);
  });

  test('is told where it is left out, and where it cannot be printed: deletions, hidden words, pictures, comments, odd characters', async () => {
    const { content, notes } = await imported(
      [
        p(`${r('Giữ lại')}<w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del>`),
        p(`<w:ins>${r('Thêm vào')}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn đi</w:t></w:r>`),
        p(`${r('Có ảnh')}<w:r><w:drawing><a:blip/></w:drawing></w:r>`),
        p('Vui 😀 lắm\u200B'),
      ].join(''),
      { comments: '', header: p('Tài liệu nội bộ của phòng') },
    );

    expect(told(content)).toEqual([
      'paragraph: Giữ lại',
      'paragraph: Thêm vào',
      'paragraph: Có ảnh',
      'paragraph: Vui 😀 lắm',
    ]);
    expect(notes.map(({ code, lost, text }) => `${code} ${lost} ${text}`)).toEqual([
      'deleted true đã xóa',
      'hidden true ẩn đi',
      'picture true Có ảnh',
      'unprintable false U+1F600: Vui 😀 lắm\u200B',
      'margin true Tài liệu nội bộ của phòng',
    ]);
  });

  test('keeps its words: formulas of several lines, reading aids, rows that begin further in', async () => {
    const m = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`;
    const t = (text: string) => m('r', m('t', text));
    const formula = m(
      'oMath',
      [
        t('x='),
        m('f', m('num', t('a+b')) + m('den', t('2'))),
        t('+'),
        m('sSup', m('e', t('y')) + m('sup', t('2'))),
        m('rad', m('deg', '') + m('e', t('z'))),
        m('d', m('e', t('u')) + m('e', t('v'))),
      ].join(''),
    );
    const ruby = `<w:r><w:ruby><w:rt>${r('đọc')}</w:rt><w:rubyBase>${r('chữ')}</w:rubyBase></w:ruby></w:r>`;
    const rows = tbl([['a', 'b'], ['c']]).replace(
      /<w:tr>(?=<w:tc><w:tcPr\/><w:p><w:pPr><\/w:pPr><w:r><w:rPr><\/w:rPr><w:t xml:space="preserve">c)/u,
      '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>',
    );
    const { content, notes } = await imported(
      `${p(formula)}${p(ruby)}${rows}<w:customVendor>${p('Trong vỏ lạ')}</w:customVendor>`,
    );

    expect(told(content)).toEqual([
      'paragraph: x=(a+b)/2+y²√z(u|v)',
      'paragraph: chữ(đọc)',
      'table: a | b /  | c',
      'paragraph: Trong vỏ lạ',
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['formula']);
  });

  test('is told with its words: comments one by one, diagrams, words drawn as a picture', async () => {
    const drawn = '<w:r><w:pict><v:textpath string="BẢN SAO"/></w:pict></w:r>';
    const { notes } = await imported(p(`${r('Nội dung')}${drawn}`), {
      comments: `<w:comment>${p('Sửa lại')}</w:comment><w:comment>${p('Đã')}${p('sửa')}</w:comment>`,
      diagramData: `<w:dataModel>${p('Ô thứ nhất')}</w:dataModel>`,
    });

    expect(notes.map(({ code, text }) => `${code} ${text}`)).toEqual([
      'comments Sửa lại',
      'comments Đã sửa',
      'object Ô thứ nhất',
      'picture BẢN SAO',
    ]);
  });

  test('is told with its words: those of a drawing, of a note that no page shows, of what nobody knows', async () => {
    const canvas = '<a:p><a:r><a:t>Ô trong hình</a:t></a:r></a:p>';
    const { content, notes } = await imported(
      [
        p(`${r('Có hình')}<w:r><w:drawing>${canvas}</w:drawing></w:r>`),
        `<w:other>${r('Chữ trong vỏ lạ, ')}${r('hai lần')}</w:other>`,
        `<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>`,
        '<w:other><w:t>Chữ ở chỗ lạ</w:t></w:other>',
      ].join(''),
      { footnotes: `<w:footnote w:id="9">${p('Chú thích không ai nhắc')}</w:footnote>` },
    );

    expect(told(content)).toEqual([
      'paragraph: Có hình',
      'paragraph: Chữ trong vỏ lạ, hai lần',
      'paragraph: a=b',
    ]);
    expect(notes.map(({ code, lost, text }) => `${code} ${lost} ${text}`)).toEqual([
      'picture true Ô trong hình',
      'unread true Chữ ở chỗ lạ',
      'unread true Chú thích không ai nhắc',
    ]);
  });

  test('keeps the no-break spaces between its words', async () => {
    const { content } = await imported(
      p('<w:r><w:t>năm</w:t></w:r><w:r><w:t>\u00A0</w:t></w:r><w:r><w:t> 2026 </w:t></w:r>'),
    );

    expect(told(content)).toEqual(['paragraph: năm\u00A02026']);
  });

  test('is told to the bound of what is read, and that there is more', async () => {
    const many = Array.from({ length: 700 }, (_, at) => `<w:del>${r(`từ ${at}`)}</w:del>`);
    const { notes } = await imported(p(`${r('Giữ')}${many.join('')}`));

    expect(notes).toHaveLength(500);
    expect(notes.at(-1)).toMatchObject({ code: 'more', lost: true });
  });

  test('comes in Unicode, composed, from the fonts of the nineties and from a Mac', async () => {
    const { content, notes } = await imported(
      [
        p(r('Céng hßa x· héi chñ nghÜa', { font: '.VnTime' })),
        p(r('b¸o c¸o', { font: '.VnTimeH' })),
        p(r('UÛy ban nhaân daân xaõ, ngöôøi kyù nghæ ñeå baøn giao', { font: 'VNI-Times' })),
        p('Ủy ban nhân dân'.normalize('NFD')),
      ].join(''),
    );

    expect(told(content)).toEqual([
      'paragraph: Cộng hòa xã hội chủ nghĩa',
      'paragraph: BÁO CÁO',
      'paragraph: Ủy ban nhân dân xã, người ký nghỉ để bàn giao',
      'paragraph: Ủy ban nhân dân',
    ]);
    expect(notes).toMatchObject([{ code: 'encoding', lost: false }]);
  });

  test('keeps boxes and ticks as they are, however a file says them, and bullets as bullets', async () => {
    const sym = (char: string, font = 'Wingdings') =>
      `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const level = (text: string) =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = ['\uF0FE', '\uF0FD', '\uF0D8']
      .map(
        (sign, id) =>
          `<w:abstractNum w:abstractNumId="${id}">${level(sign)}</w:abstractNum><w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`,
      )
      .join('');
    const item = (id: number, words: string) =>
      p(words, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
    const { content, notes } = await imported(
      [
        p('☑ Có ☐ Không ✔ ✘'),
        p(`${sym('F0FE')}${r(' Có ')}${sym('F0A8')}${r(' Không ')}${sym('F0FD')}`),
        p(
          `${r('\uF0FC', { font: 'Wingdings' })}${r(' đạt; ')}${r('\u00FB', { font: 'Wingdings' })}${r(' không')}`,
        ),
        p(`${sym('0052', 'Wingdings 2')}${r(' đồng ý')}`),
        p('■ Có □ Không'),
        p('➢ Một việc'),
        item(1, 'Có'),
        item(2, 'Không'),
        item(3, 'Việc khác'),
        p(`${r('Lạ: ')}${r('J', { font: 'Wingdings' })}`),
      ].join(''),
      { numbering },
    );

    expect(told(content)).toEqual([
      'paragraph: ☑ Có ☐ Không ✔ ✘',
      'paragraph: ☑ Có □ Không ☒',
      'paragraph: ✓ đạt; ✗ không',
      'paragraph: ☑ đồng ý',
      'paragraph: ■ Có □ Không',
      'bullet 1: Một việc',
      'paragraph: ☑ Có',
      'paragraph: ☒ Không',
      'bullet 1: Việc khác',
      'paragraph: Lạ: \uF04A',
    ]);
    expect(notes).toMatchObject([{ code: 'unprintable', lost: false, text: 'U+F04A: Lạ: \uF04A' }]);
  });

  test('has the header that its table looks like, where the file does not say', async () => {
    const tables = [
      [
        ['TT', 'Nội dung'],
        ['1', 'Hồ sơ'],
      ],
      [
        [p(bold('Nhóm')), p(bold('Số hồ sơ'))],
        [p(bold('Tên')), p(bold('Đã giải quyết'))],
        ['a', '1'],
      ],
      [
        [p(bold('Tên')), 'Lê Văn An'],
        ['Tuổi', '30'],
      ],
      [[p(bold('Tổng')), p(bold('30'))]],
    ];
    const { content } = await imported(tables.map(tbl).join(p('')));

    expect(
      content.blocks.map((block) => (block.kind === 'table' ? block.headerRows : null)),
    ).toEqual([1, 2, 0, 0]);
  });

  test('keeps the numbers that a list prints in the cells of a column, and nothing else', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const counted = p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const { content } = await imported(
      tbl([
        [counted, 'Hồ sơ'],
        [counted, 'Sổ'],
      ]),
      { numbering },
    );

    expect(told(content)).toEqual(['table: 1 | Hồ sơ / 2 | Sổ']);
  });

  test('is bounded by what a report may hold: wide tables become lines, long ones several', async () => {
    const wide = tbl([Array.from({ length: 13 }, (_, index) => `c${index}`)]);
    const long = tbl(Array.from({ length: 1_500 }, (_, index) => [`${index}`, 'x']));
    const { content, notes } = await imported(`${wide}${p('giữa')}${long}`);

    expect(content.blocks.map((block) => (block.kind === 'table' ? block.rows.length : 0))).toEqual(
      [0, 0, 1_000, 500],
    );
    expect(notes.map(({ code }) => code)).toEqual(['wide']);
  });
});
