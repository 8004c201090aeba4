// Are the parts of a letter found, however its drafter has typed them?
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../../../functions/document/import/import-docx.ts';
import { plainText } from '../../../../functions/domain/content/block.ts';
import { CENTRED, p, r, tbl, wordFile } from '../../../support/files/word-file.ts';

const bold = (text: string) => r(text, { bold: true });
const RIGHT = '<w:jc w:val="right"/>';
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Most of these are no whole documents; what is said of missing parts has tests of its own (missing-parts.test.ts). */
const imported = async (...pieces: string[]) => {
  const { content, notes } = await importDocx(wordFile(pieces.join('')));
  return { content, notes: notes.filter(({ code }) => !/^no[A-Z]/u.test(code)) };
};

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

const HEADER = tbl([
  [p(bold('ỦY BAN NHÂN DÂN')) + p(bold('XÃ SƠN TRUNG')), p(bold(NATION)) + p(bold(MOTTO))],
  ['Số:      /UBND-VX', 'Sơn Trung, ngày     tháng     năm 2026'],
]);
const FOOT = tbl([
  [p('Nơi nhận:') + p('- Như trên;') + p('- Lưu: VT.'), p(bold('CHỦ TỊCH')) + p(bold('Lê Văn An'))],
]);

describe('The header', () => {
  test('may stand in two tables, its number in a line between the motto and the title', async () => {
    const two = await imported(
      tbl([[p(bold('UBND XÃ SƠN TRUNG')), p(bold(NATION)) + p(bold(MOTTO))]]),
      p(''),
      tbl([['Số: 12/BC-UBND', 'Sơn Trung, ngày 05 tháng 11 năm 2026']]),
      p(bold('BÁO CÁO'), CENTRED),
      p(bold('Kết quả'), CENTRED),
    );
    const line = await imported(
      tbl([[p(bold('UBND XÃ SƠN TRUNG')), p(bold(NATION)) + p(bold(MOTTO))]]),
      p('Số: 12/BC-UBND\tSơn Trung, ngày 05 tháng 11 năm 2026'),
      p(bold('BÁO CÁO'), CENTRED),
      p(bold('Kết quả'), CENTRED),
    );

    for (const { content, notes } of [two, line]) {
      expect(content).toMatchObject({
        type: 'baoCao',
        agencyLines: ['UBND XÃ SƠN TRUNG'],
        symbol: 'BC-UBND',
        place: 'Sơn Trung',
        subject: 'Kết quả',
        blocks: [],
      });
      expect(notes.map(({ code }) => code)).toEqual(['issued', 'issued']);
    }
  });

  test('may have the matter of a công văn in the line of its number', async () => {
    const { content } = await imported(
      tbl([
        [p(bold('UBND XÃ SƠN TRUNG')), p(bold(NATION)) + p(bold(MOTTO))],
        [p('Số: 07/UBND - VX V/v báo cáo') + p('kết quả năm 2026'), 'Sơn Trung, ngày … tháng …'],
      ]),
      p('Kính gửi: Phòng Nội vụ'),
      p('Nội dung.', '<w:jc w:val="both"/>'),
    );

    expect(content).toMatchObject({
      type: 'congVan',
      symbol: 'UBND-VX',
      subject: 'báo cáo kết quả năm 2026',
    });
  });

  test('may be typed with tabs, the title neither bold nor in the middle', async () => {
    const { content } = await imported(
      p(`ỦY BAN NHÂN DÂN\t${NATION}`),
      p(`XÃ SƠN TRUNG\t${MOTTO}`),
      p(''),
      p('Số: 45/TTr-UBND\tSơn Trung, ngày 03 tháng 11 năm 2026'),
      p('TỜ TRÌNH'),
      p('Về việc cấp kinh phí'),
      p(''),
      p('I. SỰ CẦN THIẾT'),
    );

    expect(content).toMatchObject({
      type: 'toTrinh',
      agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
      subject: 'Về việc cấp kinh phí',
      blocks: [{ kind: 'heading' }],
    });
  });

  test('is none where a citizen fills in a form: its title and its tables stay in the body', async () => {
    const { content, notes } = await imported(
      p(bold(NATION), CENTRED),
      p(bold(MOTTO), CENTRED),
      p(bold('TỜ KHAI ĐĂNG KÝ KHAI SINH'), CENTRED),
      p('Kính gửi: ........................'),
      tbl([
        ['Họ, chữ đệm, tên:', ''],
        ['Ngày, tháng, năm sinh:', ''],
      ]),
      tbl([['', p('....., ngày ... tháng ... năm ...') + p('Người khai')]]),
    );

    expect(content.agencyLines).toEqual(['']);
    expect(content.blocks).toMatchObject([
      { kind: 'paragraph', runs: [{ text: 'TỜ KHAI ĐĂNG KÝ KHAI SINH' }] },
      { kind: 'paragraph', runs: [{ text: 'Kính gửi: ........................' }] },
      { kind: 'table' },
      { kind: 'table' },
    ]);
    expect(notes.filter(({ lost }) => lost)).toEqual([]);
  });

  test('may be parted by spaces alone, its number and date on one line, or have no title below it', async () => {
    const spaced = await imported(
      p(`  UBND XÃ SƠN TRUNG               ${NATION}`),
      p(`     VĂN PHÒNG                         ${MOTTO}`),
      p('  Số:   15 /TTr-VP                   Sơn Trung, ngày 03 tháng 4 năm 2026'),
      p(bold('TỜ TRÌNH'), CENTRED),
      p(bold('Về việc cấp kinh phí'), CENTRED),
    );
    const alone = await imported(p(NATION), p(MOTTO), p('Tôi tên là Lê Văn An.'));

    expect(spaced.content).toMatchObject({ symbol: 'TTr-VP', place: 'Sơn Trung' });
    expect(texts(spaced.notes)).toEqual(['Số: 15 /TTr-VP', 'Sơn Trung, ngày 03 tháng 4 năm 2026']);
    expect(alone.content.blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Tôi tên là Lê Văn An.' }] },
    ]);
  });

  test('may be stamped as a draft, in a frame or a text box; that is no name of an agency', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${p('DỰ THẢO')}</w:txbxContent></w:pict></w:r>`;
    const boxed = await imported(
      tbl([
        [p(bold('UBND XÃ SƠN TRUNG')) + p(box), p(bold(NATION)) + p(bold(MOTTO))],
        ['Số:      /QĐ-UBND', '..............., ngày     tháng     năm 2026'],
      ]),
      p(bold('QUYẾT ĐỊNH'), CENTRED),
      p(bold('Về việc thành lập tổ công tác'), CENTRED),
      p('__________', CENTRED),
      p('Nội dung.'),
    );
    const framed = await imported(
      HEADER,
      tbl([[p('Dự thảo')]]),
      p(''),
      p(bold('QUYẾT ĐỊNH'), CENTRED),
      p(bold('Về việc thành lập tổ công tác'), CENTRED),
      p('Nội dung.'),
    );

    expect(boxed.content).toMatchObject({ agencyLines: ['UBND XÃ SƠN TRUNG'], place: '' });
    for (const { content, notes } of [boxed, framed]) {
      expect(content).toMatchObject({
        type: 'quyetDinh',
        subject: 'Về việc thành lập tổ công tác',
      });
      expect(content.blocks.map((block) => 'runs' in block && plainText(block.runs))).toEqual([
        expect.stringMatching(/^dự thảo$/iu),
        'Nội dung.',
      ]);
      expect(notes.map(({ code }) => code)).toContain('placed');
    }
  });

  test('may be followed by a remark above the title, and the title by a centred heading', async () => {
    const { content } = await imported(
      HEADER,
      p('(Dự thảo)', CENTRED),
      p(bold('KẾ HOẠCH'), CENTRED),
      p(bold('Phòng, chống thiên tai'), CENTRED),
      p(bold('I. MỤC ĐÍCH'), CENTRED),
      p('Chủ động.'),
    );

    expect(content).toMatchObject({ type: 'keHoach', subject: 'Phòng, chống thiên tai' });
    expect(content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph']);
  });
});

describe('The addressees', () => {
  test.each([
    ['in a table', tbl([['Kính gửi:', p('- Phòng Nội vụ;') + p('- Phòng Tài chính.')]])],
    ['behind tabs', p('Kính gửi:\t- Phòng Nội vụ;') + p('\t\t- Phòng Tài chính.')],
    ['without hyphens', p('Kính gửi: Phòng Nội vụ;') + p('Phòng Tài chính')],
    ['below', p('Kính gửi:', CENTRED) + p('- Phòng Nội vụ;') + p('- Phòng Tài chính.')],
  ])('stand %s, and the body below them stays the body', async (_, addressees) => {
    const { content } = await imported(
      HEADER,
      p(bold('BÁO CÁO'), CENTRED),
      addressees,
      p('Ủy ban nhân dân xã báo cáo như sau:'),
      p('- Đã họp;'),
    );

    expect(texts(content.addressees)).toEqual(['Phòng Nội vụ', 'Phòng Tài chính']);
    expect(content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'bullet']);
  });
});

describe('The foot', () => {
  test('has a name, a title alone, or the name below its table', async () => {
    const right = [
      p('TM. ỦY BAN NHÂN DÂN') + p('CHỦ TỊCH') + p('') + p('LÊ VĂN HIỆU'),
      p('TM. ỦY BAN NHÂN DÂN') + p('CHỦ TỊCH'),
    ];
    const foot = (cell: string) => tbl([[p('Nơi nhận:') + p('- Lưu VT.'), cell]]);
    const [named, unnamed, below] = await Promise.all([
      imported(HEADER, p('Nội dung.'), foot(right[0] ?? '')),
      imported(HEADER, p('Nội dung.'), foot(right[1] ?? '')),
      imported(HEADER, p('Nội dung.'), foot(right[1] ?? ''), p(''), p(bold('Lê Văn Hiệu'))),
    ]);

    const signature = { authority: 'TM. ỦY BAN NHÂN DÂN', titles: ['CHỦ TỊCH'] };
    expect(named.content.signature).toEqual({ ...signature, name: 'LÊ VĂN HIỆU' });
    expect(unnamed.content.signature).toEqual({ ...signature, name: '' });
    expect(below.content.signature).toEqual({ ...signature, name: 'Lê Văn Hiệu' });
    expect(below.content).toMatchObject({ archive: 'Lưu VT', appendices: [] });
  });

  test('may stand in lines, the signature above the recipients, or alone', async () => {
    const signed = [
      p('TM. ỦY BAN NHÂN DÂN', RIGHT),
      p('CHỦ TỊCH', RIGHT),
      p(''),
      p('Nguyễn Văn Minh', RIGHT),
    ];
    const recipients = [p('Nơi nhận:'), p('- Các thôn;'), p('- Lưu: VT.')];
    const [above, alone] = await Promise.all([
      imported(HEADER, p('Nội dung.'), ...signed, ...recipients),
      imported(HEADER, p('Nội dung.'), ...signed),
    ]);

    for (const { content, notes } of [above, alone]) {
      expect(content.signature).toEqual({
        authority: 'TM. ỦY BAN NHÂN DÂN',
        titles: ['CHỦ TỊCH'],
        name: 'Nguyễn Văn Minh',
      });
      expect(content.blocks).toHaveLength(1);
      expect(notes.filter(({ lost }) => lost)).toEqual([]);
    }
    expect(texts(above.content.recipients)).toEqual(['Các thôn']);
  });

  test('is no table that has a column of that name', async () => {
    const register = tbl([
      ['Số', 'Trích yếu', 'Nơi nhận'],
      ['01', 'Kế hoạch', 'Các thôn'],
    ]);
    const { content } = await imported(HEADER, p('Sổ văn bản:'), register, p('Hết.'), FOOT);

    expect(content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(texts(content.recipients)).toEqual(['Như trên']);
  });

  test('lists a recipient that goes on in a second line once', async () => {
    const { content } = await imported(
      HEADER,
      p('Nội dung.'),
      tbl([
        [
          p('Nơi nhận:') + p('- Thường trực Đảng ủy,') + p('HĐND xã;') + p('- Lưu: VT.'),
          p('TM. ỦY BAN NHÂN DÂN'),
        ],
      ]),
    );

    expect(texts(content.recipients)).toEqual(['Thường trực Đảng ủy, HĐND xã']);
  });

  test('is followed by appendices, whose reference is printed anew and whose words all stay', async () => {
    const { content, notes } = await imported(
      HEADER,
      p('Nội dung.'),
      FOOT,
      p(bold('Phụ lục'), CENTRED),
      p(bold('DANH MỤC'), CENTRED),
      p('(Kèm theo Công văn số 12/UBND-VX', CENTRED),
      p('Hồ sơ thứ nhất'),
      p('Hồ sơ thứ hai'),
    );

    const [appendix] = content.appendices;
    expect(appendix?.title).toBe('DANH MỤC');
    expect(appendix?.blocks.map((block) => 'runs' in block && plainText(block.runs))).toEqual([
      '(Kèm theo Công văn số 12/UBND-VX',
      'Hồ sơ thứ nhất',
      'Hồ sơ thứ hai',
    ]);
    expect(notes.filter(({ lost }) => lost)).toEqual([]);
  });
});

test('Words that no part has taken up are told, whatever took them away', async () => {
  const { notes } = await imported(HEADER, p('Nội dung.'), FOOT, p(bold('Phụ lục số 07'), CENTRED));

  expect(notes.filter(({ lost }) => lost)).toMatchObject([
    { code: 'unread', text: 'Phụ lục số 07' },
  ]);
});
