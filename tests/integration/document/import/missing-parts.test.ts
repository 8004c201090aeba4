// What of a letter is left empty, and said, where a file does not have it, has only a place for it, or has two of it?
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../../../functions/document/import/import-docx.ts';
import { plainText } from '../../../../functions/domain/content/block.ts';
import type { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import { CENTRED, p, r, tbl, wordFile } from '../../../support/files/word-file.ts';

const bold = (text: string) => r(text, { bold: true });
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

const wordsOf = ({ blocks }: Pick<ReportContent, 'blocks'>) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map(plainText).join(' | ')).join(' / ')
      : plainText(block.runs),
  );

const read = async (...pieces: string[]) => {
  const { content, notes } = await importDocx(wordFile(pieces.join('')));
  const told = notes.map(({ code, text }) => `${code} ${text}`.trim());
  return { content, told, words: wordsOf(content), lost: notes.filter(({ lost }) => lost) };
};

const head = (number: string, date = 'Sơn Trung, ngày     tháng     năm') =>
  tbl([
    [p(bold('ỦY BAN NHÂN DÂN')) + p(bold('XÃ SƠN TRUNG')), p(bold(NATION)) + p(bold(MOTTO))],
    [number, date],
  ]);
const HEAD = head('Số:      /BC-UBND');
const TITLE = p(bold('BÁO CÁO'), CENTRED) + p(bold('Kết quả quý I'), CENTRED);
const column = (...lines: string[]) => lines.map((line) => p(line)).join('');
const RECIPIENTS = column('Nơi nhận:', '- Như trên;', '- Lưu: VT.');
const FOOT = tbl([[RECIPIENTS, column('CHỦ TỊCH', '', 'Lê Văn An')]]);

describe('Where several sign, the report has the one who signs for the agency', () => {
  const chair = ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '(Ký, ghi rõ họ tên)', 'Lê Văn An'];
  const CHAIR = { authority: null, titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lê Văn An' };
  const company = ['ĐẠI DIỆN BÊN NHẬN', 'GIÁM ĐỐC', '', 'Bùi Thị Mận'];
  const kept = (words: readonly string[]) =>
    words.filter((text) => text !== '').map((text) => `placed ${text}`);

  test.each<[string, string, string[]]>([
    ['on the right', tbl([[column(...company), column(...chair)]]), company],
    ['on the left', tbl([[column(...chair), column(...company)]]), company],
    ['with recipients before', tbl([[RECIPIENTS, column(...company), column(...chair)]]), company],
    ['with recipients below', tbl([[column(...company) + RECIPIENTS, column(...chair)]]), company],
    [
      'in rows: titles, places, names',
      tbl([
        [column('ĐẠI DIỆN BÊN NHẬN', 'GIÁM ĐỐC'), column('KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH')],
        ['', '(Ký, ghi rõ họ tên)'],
        ['Bùi Thị Mận', 'Lê Văn An'],
      ]),
      company,
    ],
    ['one below the other', tbl([[RECIPIENTS, column(...company, '', ...chair)]]), company],
    [
      'of three',
      tbl([[column('KẾ TOÁN', 'Võ Văn Bưởi'), column(...chair), column(...company)]]),
      ['KẾ TOÁN', 'Võ Văn Bưởi', ...company],
    ],
  ])('in a table: %s', async (_, foot, others) => {
    const { content, told, words } = await read(HEAD, TITLE, p('Nội dung.'), foot);

    expect(content.signature).toEqual(CHAIR);
    expect(words).toEqual(['Nội dung.', ...others.filter((text) => text !== '')]);
    expect(told).toEqual(['signed (Ký, ghi rõ họ tên)', ...kept(others)]);
  });

  test.each<[string, string[], string[]]>([
    [
      'two',
      ['GIÁM ĐỐC\tKT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '', 'Bùi Thị Mận\tLê Văn An'],
      ['GIÁM ĐỐC', 'Bùi Thị Mận'],
    ],
    [
      'three',
      ['KẾ TOÁN\tGIÁM ĐỐC\tKT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '', 'Võ Bưởi\tBùi Mận\tLê Văn An'],
      ['KẾ TOÁN', 'Võ Bưởi', 'GIÁM ĐỐC', 'Bùi Mận'],
    ],
    [
      'parted by spaces',
      ['GIÁM ĐỐC          KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '', 'Bùi Thị Mận       Lê Văn An'],
      ['GIÁM ĐỐC', 'Bùi Thị Mận'],
    ],
    [
      'with recipients',
      [
        'Nơi nhận:\tGIÁM ĐỐC\tKT. CHỦ TỊCH',
        '- Như trên;\tPHÓ CHỦ TỊCH',
        '- Lưu: VT.\tBùi Thị Mận\tLê Văn An',
      ],
      ['GIÁM ĐỐC', 'Bùi Thị Mận'],
    ],
  ])('in lines: %s', async (_, lines, others) => {
    const { content, words, lost } = await read(HEAD, TITLE, p('Nội dung.'), column(...lines));

    expect(content.signature).toEqual(CHAIR);
    expect(words).toEqual(['Nội dung.', ...others]);
    expect(lost).toEqual([]);
  });

  test('who is the last that is named, where nobody signs for somebody', async () => {
    const { content, words } = await read(
      HEAD,
      TITLE,
      p('Nội dung.'),
      tbl([[RECIPIENTS, column('KẾ TOÁN', 'Võ Văn Bưởi'), column('CHỦ TỊCH', '', 'LÊ VĂN AN')]]),
    );

    expect(content.signature).toEqual({ authority: null, titles: ['CHỦ TỊCH'], name: 'LÊ VĂN AN' });
    expect(words).toEqual(['Nội dung.', 'KẾ TOÁN', 'Võ Văn Bưởi']);
  });

  test('and a name in a column of its own belongs to the titles before it', async () => {
    const { content, words } = await read(
      HEAD,
      TITLE,
      p('Nội dung.'),
      tbl([[RECIPIENTS, column('KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'), column('', 'Lê Văn An')]]),
    );

    expect(content.signature).toEqual(CHAIR);
    expect(words).toEqual(['Nội dung.']);
  });
});

/** `${name}` */
const place = (name: string) => `$\{${name}}`;

describe('A place that a template keeps', () => {
  test.each([
    place('chuc_danh'),
    '{{chuc_danh}}',
    '{chuc danh}',
    '«Chức_danh»',
    '<<Chức danh>>',
    '[[chuc danh]]',
  ])('is no title, and nobody is named by it: %s', async (kept) => {
    const { content, told } = await read(
      HEAD,
      p(bold('BÁO CÁO'), CENTRED),
      p(bold(kept), CENTRED),
      p('Nội dung.'),
      tbl([[RECIPIENTS, column('TM. ỦY BAN NHÂN DÂN', bold(kept), '', bold(kept))]]),
    );

    expect(content.subject).toBe('');
    expect(content.signature).toEqual({
      authority: 'TM. ỦY BAN NHÂN DÂN',
      titles: [''],
      name: '',
    });
    expect(told).toContain(`blank ${kept}`);
  });

  test('is no part of the header: agency, number, date, addressee, recipient', async () => {
    const { content, told, words } = await read(
      tbl([
        [
          p(bold(place('co_quan_cap_tren'))) + p(bold('UBND XÃ SƠN TRUNG')),
          p(bold(NATION)) + p(MOTTO),
        ],
        ['Số: {{so}}/BC-UBND', '{{dia_danh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}'],
      ]),
      TITLE,
      p(`Kính gửi: ${place('noi_gui')};`) + p('- Phòng Nội vụ.'),
      p(`Nội dung ${place('noi_dung')}.`),
      tbl([
        [
          column('Nơi nhận:', `- ${place('noi_nhan')};`, '- Các thôn;', '- Lưu: VT.'),
          column('CHỦ TỊCH'),
        ],
      ]),
    );

    expect(content).toMatchObject({
      superiorLine: null,
      agencyLines: ['UBND XÃ SƠN TRUNG'],
      symbol: 'BC-UBND',
      place: '',
      addressees: [{ text: 'Phòng Nội vụ' }],
      recipients: [{ text: 'Các thôn' }],
    });
    expect(words).toEqual([`Nội dung ${place('noi_dung')}.`]);
    expect(told).toEqual([
      `blank ${place('co_quan_cap_tren')}`,
      'blank Số: {{so}}/BC-UBND',
      'blank {{dia_danh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}',
      `blank ${place('noi_gui')}`,
      `blank - ${place('noi_nhan')};`,
    ]);
  });

  test('is dots on paper, which are no title of a report or an appendix either', async () => {
    const { content, told } = await read(
      HEAD,
      p(bold('BÁO CÁO ................'), CENTRED),
      p('Nội dung.'),
      FOOT,
      p(bold('PHỤ LỤC ....'), CENTRED),
      p(bold('........................'), CENTRED),
      p('Kèm theo.'),
    );

    expect(content.subject).toBe('');
    expect(content.appendices.map(({ title }) => title)).toEqual(['']);
    expect(told).toEqual([]);
  });

  test('of an appendix is no title either', async () => {
    const { content, lost } = await read(
      HEAD,
      TITLE,
      p('Nội dung.'),
      FOOT,
      p(bold(`PHỤ LỤC ${place('so')}: ${place('ten_phu_luc')}`), CENTRED),
      p('Kèm theo.'),
    );

    expect(content.appendices).toMatchObject([{ title: '' }]);
    expect(lost).toMatchObject([
      { code: 'blank', text: `PHỤ LỤC ${place('so')}: ${place('ten_phu_luc')}` },
    ]);
  });

  test('is what a control shows that nobody has filled in', async () => {
    const control = (shown: string, content: string) =>
      `<w:sdt><w:sdtPr>${shown}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const SHOWN = '<w:showingPlcHdr/>';
    const { told, words, lost } = await read(
      HEAD,
      TITLE,
      p(`${r('Họ tên: ')}${control(SHOWN, r('Nhấp vào đây để nhập.'))}`),
      control(SHOWN, p('Chọn một mục.')),
      p(`${r('Thôn: ')}${control('<w:showingPlcHdr w:val="0"/>', r('Một'))}`),
      FOOT,
    );

    expect(words).toEqual(['Họ tên:', 'Thôn: Một']);
    expect(told).toEqual(['blank Nhấp vào đây để nhập.', 'blank Chọn một mục.']);
    expect(lost).toHaveLength(2);
  });

  test('that stands among words stays among them', async () => {
    const { content } = await read(
      HEAD,
      p(bold('BÁO CÁO'), CENTRED),
      p(bold(`Kết quả ${place('linh_vuc')} quý I`), CENTRED),
      p('Nội dung.'),
    );

    expect(content.subject).toBe(`Kết quả ${place('linh_vuc')} quý I`);
  });
});

describe('A file that is no letter', () => {
  const MISSING = ['noHead', 'noFoot', 'noType'];
  const EMPTY = {
    type: 'baoCao',
    superiorLine: null,
    agencyLines: [''],
    place: '',
    subject: '',
    addressees: [],
    recipients: [],
    archive: '',
    signature: { authority: null, titles: [''], name: '' },
  };

  test('is said to have neither type nor header nor foot', async () => {
    const { content, told, words } = await read(p('Một đoạn.'));

    expect(content).toMatchObject(EMPTY);
    expect(words).toEqual(['Một đoạn.']);
    expect(told).toEqual(MISSING);
  });

  test('but an appendix is one, whose title is not the type of a letter', async () => {
    const { content, told, words } = await read(
      p(bold('PHỤ LỤC II'), CENTRED),
      p(bold('KẾ HOẠCH TẬP HUẤN'), CENTRED),
      p('(Kèm theo Báo cáo của xã Sơn Trung)', CENTRED),
      p('Nội dung tập huấn.'),
      tbl([
        ['Lớp', 'Nơi học'],
        ['Một', 'Q. 1'],
        ['Hai', 'Q. 12'],
      ]),
    );

    expect(content).toMatchObject(EMPTY);
    expect(words).toEqual([]);
    expect(content.appendices).toMatchObject([{ title: 'KẾ HOẠCH TẬP HUẤN' }]);
    expect(content.appendices.flatMap(wordsOf)).toEqual([
      'Nội dung tập huấn.',
      'Lớp | Nơi học / Một | Q. 1 / Hai | Q. 12',
    ]);
    expect(told.slice(0, 3)).toEqual(MISSING);
  });

  test('nor is a list of documents its header, nor one with recipients its foot', async () => {
    const documents = tbl([
      ['Văn bản', 'Ngày ban hành'],
      ['Số 12/KH-UBND', 'ngày 05 tháng 3 năm 2026'],
      ['Số 13/KH-UBND', 'ngày 06 tháng 3 năm 2026'],
    ]);
    const register = tbl([
      ['Trích yếu', 'Nơi nhận'],
      ['Kế hoạch', '- Các thôn'],
    ]);
    const { content, told, words } = await read(p('Danh mục:'), documents, register, p('Hết.'));

    expect(content).toMatchObject(EMPTY);
    expect(words).toHaveLength(4);
    expect(told).toEqual(MISSING);
  });

  test('nor is the country, where a sentence speaks of it, the head of one', async () => {
    const { content, words } = await read(
      p(bold('NỘI QUY TIẾP CÔNG DÂN')),
      p('Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;'),
      p('Một đoạn.'),
    );

    expect(content).toMatchObject(EMPTY);
    expect(words).toHaveLength(3);
  });
});

describe('A decree or a decision', () => {
  test('of a type that no report has is told, and its title stays where it is', async () => {
    const { content, told, words } = await read(
      tbl([
        [p(bold('CHÍNH PHỦ')), p(bold(NATION)) + p(bold(MOTTO))],
        ['Số:    /2026/NĐ-CP', 'Hà Nội, ngày     tháng     năm'],
      ]),
      p(bold('NGHỊ ĐỊNH'), CENTRED),
      p(bold('VỀ CÔNG TÁC LƯU TRỮ'), CENTRED),
      p('Điều khoản chung.'),
      tbl([[RECIPIENTS, column('TM. CHÍNH PHỦ', 'THỦ TƯỚNG')]]),
    );

    expect(content).toMatchObject({
      agencyLines: ['CHÍNH PHỦ'],
      symbol: 'NĐ-CP',
      subject: '',
      signature: { authority: 'TM. CHÍNH PHỦ', titles: ['THỦ TƯỚNG'], name: '' },
    });
    expect(words).toEqual(['NGHỊ ĐỊNH', 'VỀ CÔNG TÁC LƯU TRỮ', 'Điều khoản chung.']);
    expect(told).toEqual(['issued Số: /2026/NĐ-CP', 'noType NĐ-CP']);
  });

  test('has a subject that ends above whoever decides', async () => {
    const { content, words, told } = await read(
      head('Số:      /QĐ-UBND'),
      p(bold('QUYẾT ĐỊNH'), CENTRED),
      p(bold('Về việc kiện toàn tổ công tác'), CENTRED),
      p(bold('CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SƠN TRUNG'), CENTRED),
      p('Xét tình hình.'),
      p(bold('QUYẾT ĐỊNH:'), CENTRED),
      p(bold('Điều 1. Kiện toàn')),
      FOOT,
    );

    expect(content).toMatchObject({
      type: 'quyetDinh',
      subject: 'Về việc kiện toàn tổ công tác',
    });
    expect(words).toEqual([
      'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SƠN TRUNG',
      'Xét tình hình.',
      'QUYẾT ĐỊNH:',
      'Kiện toàn',
    ]);
    expect(told).toEqual([]);
  });

  test('whose words are all there is has no part that is not marked', async () => {
    const { content, told } = await read(
      p(bold('Điều 1. Phạm vi')),
      p('Một khoản.'),
      p(bold('Điều 2. Hiệu lực')),
      p('Một khoản.'),
    );

    expect(content.subject).toBe('');
    expect(content.blocks.map(({ kind }) => kind)).toEqual([
      'article',
      'paragraph',
      'article',
      'paragraph',
    ]);
    expect(told).toEqual(['noHead', 'noFoot', 'noType']);
  });

  test('or what goes with one has no reference in its subject', async () => {
    const { content, words } = await read(
      p(bold('QUY CHẾ'), CENTRED),
      p(bold('Tiếp công dân'), CENTRED),
      p('(Ban hành kèm theo Quyết định của xã)', CENTRED),
      p('Một đoạn.'),
    );

    expect(content).toMatchObject({ type: 'quyChe', subject: 'Tiếp công dân' });
    expect(words).toEqual(['(Ban hành kèm theo Quyết định của xã)', 'Một đoạn.']);
  });
});
