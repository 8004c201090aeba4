// Does what is copied elsewhere arrive on the paper with its words and its order, whatever program it comes from?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Block,
  Block as BlockSchema,
  type Run,
} from '../../../functions/domain/content/block.ts';
import { shapeOf } from '../../../web/drafting/paper/block-shape.ts';
import { type Copied, openPaper, type PaperAlone } from '../../support/paper-alone.ts';

const words = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const EMPTY = [words('')];

/** Bold between stars, italic between lines. */
const lookOf = (runs: Run[]) =>
  runs
    .map(({ text, bold, italic }) => {
      const slanted = italic ? `_${text}_` : text;
      return bold ? `*${slanted}*` : slanted;
    })
    .join('');

/** `shape: words`, and for a table its cells. */
const look = (blocks: Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map(lookOf).join(' | '))
      : `${shapeOf(block)}: ${lookOf(block.runs)}`,
  );

describe('what is pasted', () => {
  let paper: PaperAlone;
  beforeAll(async () => {
    paper = await openPaper();
  });
  afterAll(() => paper?.close());

  const pasted = async (copied: Copied) => {
    await paper.lay(EMPTY);
    const blocks = await paper.paste(copied);
    for (const block of blocks) BlockSchema.parse(block);
    return look(blocks);
  };

  it('from LibreOffice keeps headings, lists, tables and their widths', async () => {
    const html = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 24.2 (Linux)"/>
<style type="text/css">@page { size: 8.27in 11.69in } p { line-height: 115% }</style></head><body lang="vi-VN" dir="ltr">
<h1 class="western"><font face="Times New Roman, serif">KẾT QUẢ
THỰC HIỆN</font></h1>
<p style="line-height: 100%; margin-bottom: 0in"><font face="Times New Roman, serif"><font size="4" style="font-size: 14pt"><b>1. Công
tác chỉ đạo</b></font></font></p>
<p style="text-indent: 0.5in"><font size="4" style="font-size: 14pt">UBND xã <i>kịp thời</i> ban hành <u>12</u> văn bản;<br/>
đã gửi các thôn.</font></p>
<ul><li><p style="margin-bottom: 0in"><font face="Times New Roman, serif">Gạch thứ nhất</font></p></li>
<li><p>Gạch thứ hai</p><ul><li><p>Cộng một</p></li></ul></li></ul>
<ol><li><p>Việc thứ nhất;</p></li><li><p>Việc thứ hai.</p><p>Nói thêm.</p></li></ol>
<ol type="I"><li><p>PHƯƠNG HƯỚNG</p></li></ol>
<table width="100%" cellpadding="4" cellspacing="0"><col width="43*"/><col width="170*"/><col width="43*"/>
<thead><tr valign="top"><th><p>STT</p></th><th><p>Nội dung</p></th><th><p>Số</p></th></tr></thead>
<tbody><tr><td sdval="1" sdnum="1066;"><p align="center">1</p></td><td><p>Hồ sơ</p><p>đã nhận</p></td><td><p align="right">567</p></td></tr></tbody></table>
<p><br/></p></body></html>`;

    expect(await pasted({ html })).toEqual([
      'heading1: KẾT QUẢ THỰC HIỆN',
      'heading2: Công tác chỉ đạo',
      'paragraph: UBND xã _kịp thời_ ban hành 12 văn bản;',
      'paragraph: đã gửi các thôn.',
      'bullet1: Gạch thứ nhất',
      'bullet1: Gạch thứ hai',
      'bullet2: Cộng một',
      'clause2: Việc thứ nhất;',
      'clause2: Việc thứ hai.',
      'paragraph: Nói thêm.',
      'heading1: PHƯƠNG HƯỚNG',
      ['STT | Nội dung | Số', '1 | Hồ sơ đã nhận | 567'],
    ]);
    const table = await paper.page.locator('table').getAttribute('data-columns');
    expect(JSON.parse(table ?? '')).toEqual([
      { share: 16.8, align: 'center' },
      { share: 66.41, align: 'left' },
      { share: 16.8, align: 'right' },
    ]);
  });

  it('from Google Docs is as bold as it says, and its lists as deep', async () => {
    const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7a1c"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;">Tình hình chung</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;white-space:pre;white-space:pre-wrap;">Xã có </span><span style="font-weight:700;font-style:normal;">9 thôn</span><span style="font-weight:400;font-style:italic;"> miền núi, 45 km</span><span style="font-size:0.6em;vertical-align:super;">2</span></p><br /><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-weight:700;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Thu ngân sách</span></p></li><ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span>Thuế</span></p></li></ul></ul><ol><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr"><span style="font-weight:700;">Đất đai</span></p></li><ol><li dir="ltr" style="list-style-type:lower-alpha;" aria-level="2"><p dir="ltr"><span>Cấp giấy chứng nhận;</span></p></li></ol></ol><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;"><colgroup><col width="100" /><col width="300" /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000 1pt;"><p dir="ltr"><span style="font-weight:700;">Thôn</span></p></td><td><p dir="ltr"><span>Hộ nghèo</span></p></td></tr><tr><td><p dir="ltr"><span>Đông</span></p></td><td><p dir="ltr"><span>12</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

    expect(await pasted({ html })).toEqual([
      'heading2: Tình hình chung',
      'paragraph: Xã có *9 thôn*_ miền núi, 45 km_²',
      'bullet1: Thu ngân sách',
      'bullet2: Thuế',
      'heading2: Đất đai',
      'clause3: Cấp giấy chứng nhận;',
      ['*Thôn* | Hộ nghèo', 'Đông | 12'],
    ]);
  });

  it('from WPS and Word keeps the numbers that were counted for it, and no comment', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal ><b><span style="mso-spacerun:'yes';font-family:'Times New Roman';mso-bidi-font-weight:normal;font-weight:bold;">I. ĐÁNH GIÁ CHUNG</span></b></p>
<p class=MsoNormal style="margin-left:21pt;text-indent:-21pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:Wingdings;"><span style='mso-list:Ignore;'>l<span>&nbsp;</span></span></span><![endif]><span style="mso-spacerun:'yes';">Ưu điểm</span></p>
<p class=MsoNormal style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp;</span></span><![endif]>Nhỏ hơn</p>
<p class=MsoNormal style='mso-list:l1 level1 lfo2'><b style='mso-bidi-font-weight:normal'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>Hạn chế</b></p>
<p class=MsoNormal style='mso-list:l1 level3 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.1.<span>&nbsp;</span></span><![endif]>Còn chậm<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[A1]</a></span>.</p>
<p class=MsoNormal>Có ký hiệu<del> đã xóa</del><span style='mso-hide:all'> ẩn</span>.<o:p></o:p></p>
<div style='mso-element:comment-list'><p>Ý kiến riêng</p></div><!--EndFragment--></body></html>`;

    expect(await pasted({ html })).toEqual([
      'heading1: ĐÁNH GIÁ CHUNG',
      'bullet1: Ưu điểm',
      'bullet2: Nhỏ hơn',
      'heading2: Hạn chế',
      'paragraph: 2.1. Còn chậm.',
      'paragraph: Có ký hiệu.',
    ]);
  });

  it('from newer Words keeps the signs of its lists, which stand in HTML’s own, and its headings', async () => {
    const word = `<ul style='margin-top:0cm' type=disc><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>Gạch một<o:p></o:p></span></li>
<ul type=circle><li class=MsoListParagraph style='mso-list:l0 level2 lfo1'>Gạch trong</li></ul></ul>
<ol start=3 type=1><li class=MsoNormal style='mso-list:l1 level1 lfo2'>Khoản ba, dài hơn;</li></ol>`;
    const inBrowser = `<div class="OutlineElement"><p role="heading" aria-level="2" class="Paragraph"><span style="font-weight:bold">Kết quả</span></p></div>
<ul role="list"><li role="listitem" aria-level="1"><p><span>Gạch một</span></p></li></ul>`;

    expect(await pasted({ html: word })).toEqual([
      'bullet1: Gạch một',
      'bullet2: Gạch trong',
      'clause2: Khoản ba, dài hơn;',
    ]);
    expect(await pasted({ html: inBrowser })).toEqual(['heading2: Kết quả', 'bullet1: Gạch một']);
  });

  it('from a web page is what was read there, without what works behind it', async () => {
    const html = `<header><nav><ul style="list-style-type: none"><li><a href="/">Trang chủ</a></li></ul></nav></header>
<main><h1>Kế hoạch năm</h1><script>alert(1)</script><style>h1 { color: red }</style><noscript>Bật JavaScript</noscript>
<h2>1. Nông nghiệp</h2><p>Xem <a href="https://example.vn">Nghị quyết&nbsp;số 12</a> <img src="x.png" alt="ảnh" onerror="alert(2)"> của HĐND.</p>
<h4>Lúa</h4><p hidden>Không ai thấy</p><p style="display: none">Cũng không</p><svg><title>biểu tượng</title><text>vẽ</text></svg>
<figure><figcaption>Hình 1</figcaption></figure><pre>dòng một
dòng hai</pre><dl><dt>Từ</dt><dd>nghĩa</dd></dl><button>Chia sẻ</button></main>
<table><caption>Bảng 1</caption><tr><td>A<table><tr><td>trong</td><td>bảng</td></tr></table></td><td colspan="abc">B</td></tr></table>`;

    expect(await pasted({ html })).toEqual([
      'paragraph: Trang chủ',
      'heading1: Kế hoạch năm',
      'heading2: Nông nghiệp',
      'paragraph: Xem Nghị quyết số 12 của HĐND.',
      'heading3: Lúa',
      'paragraph: Hình 1',
      'paragraph: dòng một',
      'paragraph: dòng hai',
      'paragraph: Từ',
      'paragraph: nghĩa',
      'paragraph: Bảng 1',
      ['A trong bảng | B'],
    ]);
  });

  it('as plain lines has its typed numbers and signs understood, and none that is a word mistaken', async () => {
    const text = [
      'I. KẾT QUẢ',
      'II.Tồn tại',
      '1. Việc đã làm trong tháng.',
      '',
      'a) Về kinh tế',
      '- Trồng trọt',
      '+ Lúa',
      '•\tChăn nuôi',
      'o\tLợn',
      '\uF0B7\tGia cầm',
      'V/v báo cáo tháng 11',
      'V.I. Lênin',
      '1.5 tỷ đồng',
      '-5 độ C',
      '+84 912 345 678',
      '2.1. Mục nhỏ',
    ].join('\r\n');

    expect(await pasted({ text })).toEqual([
      'heading1: KẾT QUẢ',
      'heading1: Tồn tại',
      'clause2: Việc đã làm trong tháng.',
      'heading3: Về kinh tế',
      'bullet1: Trồng trọt',
      'bullet2: Lúa',
      'bullet1: Chăn nuôi',
      'bullet2: Lợn',
      'bullet1: Gia cầm',
      'paragraph: V/v báo cáo tháng 11',
      'paragraph: V.I. Lênin',
      'paragraph: 1.5 tỷ đồng',
      'paragraph: -5 độ C',
      'paragraph: +84 912 345 678',
      'paragraph: 2.1. Mục nhỏ',
    ]);
  });

  it('is composed Vietnamese without anything invisible, even where a letter and its mark come apart', async () => {
    const apart = 'Ủy ban nhân dân xã'.normalize('NFD');
    const html = `<p>${apart}</p><p><span>Kê</span><span>\u0301 hoạch</span></p>`;

    expect(await pasted({ html })).toEqual([
      'paragraph: Ủy ban nhân dân xã',
      'paragraph: Kế hoạch',
    ]);
    expect(await pasted({ text: 'số\u00A0\u00A012,\u200B công\u00ADtác ✔\uFE0F xong' })).toEqual([
      'paragraph: số 12, côngtác ✔ xong',
    ]);
  });

  it('keeps every box, tick and sign that says something; one that cannot be printed stays for its writer to see', async () => {
    const text =
      '☑ Có ☐ Không\n✔ đạt ✘ không đạt\n✓ xong\n✅ rồi ❌ chưa\n■ Có □ Không\nVui 😀, chữ 漢, lạ \uE000';

    expect(await pasted({ text })).toEqual([
      'paragraph: ☑ Có ☐ Không',
      'paragraph: ✔ đạt ✘ không đạt',
      'paragraph: ✓ xong',
      'paragraph: ✔ rồi ✘ chưa',
      'paragraph: ■ Có □ Không',
      'paragraph: Vui 😀, chữ 漢, lạ \uE000',
    ]);
    expect(await pasted({ text: '• một\n➢ hai\n❖ ba\n★ bốn\n◦ năm' })).toEqual([
      'bullet1: một',
      'bullet1: hai',
      'bullet1: ba',
      'bullet1: bốn',
      'bullet2: năm',
    ]);
  });

  it('has the boxes and ticks that the fonts of symbols show, in its words and before its items', async () => {
    const symbol = (letter: string, font = 'Wingdings') =>
      `<span style='font-family:${font};mso-ascii-font-family:"Times New Roman";mso-char-type:symbol;mso-symbol-font-family:${font}'><span style='mso-char-type:symbol;mso-symbol-font-family:${font}'>${letter}</span></span>`;
    const item = (letter: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings;mso-fareast-font-family:Wingdings'><span style='mso-list:Ignore'>${letter}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}</p>`;
    const html = [
      `<p class=MsoNormal>${symbol('þ')} Có ${symbol('¨')} Không ${symbol('ý')} ${symbol('R', '"Wingdings 2"')}</p>`,
      item('þ', 'Đã nộp'),
      item('Ø', 'Việc khác'),
      `<p><font face="Wingdings">ü</font> đạt <font face="Symbol">£</font> 5</p>`,
    ].join('');

    expect(await pasted({ html })).toEqual([
      'paragraph: ☑ Có □ Không ☒ ☑',
      'paragraph: ☑ Đã nộp',
      'bullet1: Việc khác',
      'paragraph: ✓ đạt ≤ 5',
    ]);
  });

  it('is Unicode where it was typed in TCVN3 or VNI, by the font that is said or by its words', async () => {
    const html = `<p style='font-family:".VnTime"'>Céng hßa x· héi chñ nghÜa</p>
<p><span style='font-size:14.0pt;font-family:.VnTimeH'>b¸o c¸o</span></p>
<p><span style="font-family:VNI-Times">UÛy ban nhaân daân xaõ</span></p>
<p style='font-family:"Times New Roman"'>Ủy ban nhân dân xã</p>`;
    expect(await pasted({ html })).toEqual([
      'paragraph: Cộng hòa xã hội chủ nghĩa',
      'paragraph: BÁO CÁO',
      'paragraph: Ủy ban nhân dân xã',
      'paragraph: Ủy ban nhân dân xã',
    ]);

    // Word says the font of a style in its style sheet only.
    const styled = `<style>p.MsoNormal {font-family:".VnTime",sans-serif}</style><p class=MsoNormal>KÝnh göi: Uû ban nh©n d©n huyÖn</p><p class=MsoNormal>1. T×nh h×nh</p><p class=MsoNormal>Sè: 12/BC</p>`;
    const text = 'KÝnh göi: Uû ban nh©n d©n huyÖn\n1. T×nh h×nh\nSè: 12/BC';
    for (const copied of [{ html: styled, text }, { text }])
      expect(await pasted(copied)).toEqual([
        'paragraph: Kính gửi: Uỷ ban nhân dân huyện',
        expect.stringMatching(/^(heading2|clause2): Tình hình$/),
        'paragraph: Số: 12/BC',
      ]);

    await paper.lay(EMPTY);
    await paper.paste({ text: 'Ngöôøi daân' });
    expect(look(await paper.press('Control+z'))).toEqual(['paragraph: ']);
  });

  it('stands in the middle of a paragraph as words, or as blocks between its halves', async () => {
    await paper.lay([words('Đầu và cuối.')], [0, 'Đầu ']);
    expect(look(await paper.paste({ html: '<p>giữa <b>đậm </b></p>', text: 'giữa đậm ' }))).toEqual(
      ['paragraph: Đầu giữa *đậm *và cuối.'],
    );

    await paper.lay([words('Đầu và cuối.')], [0, 'Đầu ']);
    expect(look(await paper.paste({ text: 'một\n- gạch\nhai ' }))).toEqual([
      'paragraph: Đầu một',
      'bullet1: gạch',
      'paragraph: hai và cuối.',
    ]);
  });

  it('takes the place of several blocks that were marked, and of nothing else', async () => {
    const body = [words('Một hai'), words('Ba'), words('Bốn năm'), words('Sáu')];
    await paper.lay(body, [0, 'Một '], [2, 'Bốn ']);
    expect(look(await paper.paste({ text: 'chữ mới ' }))).toEqual([
      'paragraph: Một chữ mới năm',
      'paragraph: Sáu',
    ]);
    await paper.lay(body, [0, 'Một '], [2, 'Bốn ']);
    expect(look(await paper.paste({ text: 'I. MỤC\n- gạch' }))).toEqual([
      'paragraph: Một ',
      'heading1: MỤC',
      'bullet1: gạch',
      'paragraph: năm',
      'paragraph: Sáu',
    ]);
  });

  it('is words of the heading that it is pasted into, in the heading’s own style', async () => {
    const heading: Block = { kind: 'heading', level: 1, runs: [{ text: 'KẾT QUẢ' }] };
    await paper.lay([heading], [0, 'KẾT QUẢ']);

    expect(look(await paper.paste({ html: '<p><b> QUÝ I</b></p>', text: ' QUÝ I' }))).toEqual([
      'heading1: KẾT QUẢ QUÝ I',
    ]);
  });

  const TABLE: Block = {
    kind: 'table',
    columns: [
      { share: 50, align: 'left' },
      { share: 50, align: 'left' },
    ],
    headerRows: 1,
    rows: [
      [[{ text: 'A' }], [{ text: 'B' }]],
      [[{ text: 'C' }], [{ text: 'D' }]],
    ],
  };

  it('is one line in a cell, numbers and style kept, and fills the cells if it is a table', async () => {
    await paper.lay([TABLE], [0, 'C']);
    expect(look(await paper.paste({ html: '<p>1. <b>Một</b></p><ul><li>hai</li></ul>' }))).toEqual([
      ['A | B', 'C1. *Một* - hai | D'],
    ]);

    await paper.lay([TABLE, words('Sau')], [0, 'C']);
    const html = '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>';
    expect(look(await paper.paste({ html }))).toEqual([
      ['A | B', '1 | 2', '3 | 4'],
      'paragraph: Sau',
    ]);
  });

  it('leaves a table whole of which only a part was marked', async () => {
    await paper.lay([words('Trước'), TABLE, words('Sau')], [0, 'Tr'], [1, 'C']);
    const said = look(await paper.paste({ text: 'một\nhai' }));
    expect(JSON.stringify(said)).toContain('một');
    expect(JSON.stringify(said)).toContain('hai');
    expect(JSON.stringify(said)).toContain('Sau');
    expect(JSON.stringify(said)).toContain('D');
  });

  it('loses no word of a table that is wider than any page, or longer than the house allows', async () => {
    const cells = Array.from({ length: 14 }, (_, at) => `<td>c${at}</td>`).join('');
    expect(await pasted({ html: `<table><tr>${cells}</tr></table>` })).toEqual([
      `paragraph: ${Array.from({ length: 14 }, (_, at) => `c${at}`).join(' | ')}`,
    ]);
    const rows = Array.from({ length: 1_200 }, (_, at) => `<tr><td>r${at}</td></tr>`).join('');
    const long = await pasted({ html: `<table>${rows}</table>` });
    // Each under the same header.
    expect(long.map((table) => table.length)).toEqual([1_000, 201]);
  });

  /** The columns' and the cells' shapes of the table that is pasted. */
  const shapeOf = async (html: string) => {
    await paper.lay(EMPTY);
    const [table] = await paper.paste({ html });
    BlockSchema.parse(table);
    if (table?.kind !== 'table') throw new Error('no table');
    const { columns, headerRows, cells } = table;
    return { columns, headerRows, cells, rows: look([table])[0] };
  };

  const MERGED = [
    { row: 0, column: 0, rowSpan: 2 },
    { row: 0, column: 1, rowSpan: 2 },
    { row: 0, column: 2, colSpan: 2 },
  ];

  it('from Word keeps merged cells, widths, and figures to the right', async () => {
    const td = (words: string, width: number, more = '', align = 'justify') =>
      `<td width=${width} ${more} style='width:${width * 0.75}pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal align=${align} style='text-align:${align}'>${words}<o:p></o:p></p></td>`;
    const html = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; text-align:justify;} --></style></head><body><!--StartFragment--><table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>
<tr>${td('<b>TT</b>', 50, 'rowspan=2', 'center')}${td('<b>Lĩnh vực</b>', 250, 'rowspan=2', 'center')}${td('<b>Số hồ sơ</b>', 200, 'colspan=2', 'center')}</tr>
<tr>${td('<b>Trực tuyến</b>', 100, '', 'center')}${td('<b>Trực tiếp</b>', 100, '', 'center')}</tr>
<tr>${td('1', 50, '', 'center')}${td('Đất đai', 250)}${td('12', 100, '', 'right')}${td('1.234', 100, '', 'right')}</tr>
<tr>${td('2', 50, '', 'center')}${td('Hộ tịch', 250)}${td('7', 100, '', 'right')}${td('-', 100, '', 'center')}</tr>
<tr>${td('Tổng', 300, 'colspan=2', 'right')}${td('19', 100, '', 'right')}${td('1.234', 100, '', 'right')}</tr></table><!--EndFragment--></body></html>`;

    expect(await shapeOf(html)).toEqual({
      columns: [
        { share: 10, align: 'center' },
        { share: 50, align: 'left' },
        { share: 20, align: 'right' },
        { share: 20, align: 'right' },
      ],
      headerRows: 2,
      cells: [
        ...MERGED,
        { row: 3, column: 3, align: 'center' },
        { row: 4, column: 0, colSpan: 2, align: 'right' },
      ],
      rows: [
        '*TT* | *Lĩnh vực* | *Số hồ sơ* | ',
        ' |  | *Trực tuyến* | *Trực tiếp*',
        '1 | Đất đai | 12 | 1.234',
        '2 | Hộ tịch | 7 | -',
        'Tổng |  | 19 | 1.234',
      ],
    });
    expect(await paper.notes()).toEqual([]);
  });

  it('from Excel keeps what only the classes of its cells say', async () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:",";} td {padding-top:1px; text-align:general; font-weight:400;}
.xl65 {mso-style-parent:style0; font-weight:700; text-align:center; border:.5pt solid windowtext;}
.xl66 {mso-style-parent:style0; text-align:right; mso-number-format:"#,##0";} --></style></head><body>
<table border=0 cellpadding=0 cellspacing=0 width=300><!--StartFragment-->
<col width=40 style='mso-width-source:userset;width:30pt'><col width=140 style='width:105pt'><col width=60 span=2 style='width:45pt'>
<tr height=20><td rowspan=2 height=40 class=xl65 width=40>TT</td><td rowspan=2 class=xl65 width=140>Lĩnh vực</td><td colspan=2 class=xl65 width=120>Số hồ sơ</td></tr>
<tr height=20><td height=20 class=xl65>Trực tuyến</td><td class=xl65>Trực tiếp</td></tr>
<tr style='display:none'><td>0</td><td>Đã lọc ra</td><td>0</td><td>0</td></tr>
<tr height=20><td height=20 align=right>1</td><td>Đất đai</td><td class=xl66 align=right>12</td><td class=xl66>1.234</td></tr><!--EndFragment--></table></body></html>`;

    expect(await shapeOf(html)).toEqual({
      columns: [
        { share: 13.33, align: 'right' },
        { share: 46.67, align: 'left' },
        { share: 20, align: 'right' },
        { share: 20, align: 'right' },
      ],
      headerRows: 2,
      cells: MERGED,
      rows: [
        '*TT* | *Lĩnh vực* | *Số hồ sơ* | ',
        ' |  | *Trực tuyến* | *Trực tiếp*',
        '1 | Đất đai | 12 | 1.234',
      ],
    });
  });

  it('says what of it is not on the paper, or stands there otherwise', async () => {
    await paper.lay(EMPTY);
    await paper.paste({
      html: `<p>Xem <img src="x.png"> hình<del> đã xóa</del><span style="mso-hide:all"> ẩn</span></p><object data="x"></object>
<table><tr><td bgcolor="#FFFF00">A<table><tr><td>b</td></tr></table></td><td style="background:#D9E2F3;writing-mode:vertical-rl">C</td></tr></table>
<table><tr>${'<td>x</td>'.repeat(13)}</tr></table><div style="mso-element:comment-list"><p>Ý kiến</p></div>`,
    });
    expect((await paper.notes()).toSorted()).toEqual(
      [
        'picture',
        'deleted',
        'hidden',
        'object',
        'shaded',
        'nested',
        'turned',
        'wide',
        'comments',
      ].toSorted(),
    );

    await paper.paste({
      html: '<p hidden>Không ai thấy <img src="x"></p><table><tr><td style="background:white">A</td></tr></table>',
    });
    expect(await paper.notes()).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['a colour', '<p>Hạn <span style="color:red">thứ Sáu</span></p>', ['coloured']],
    ['a colour of old pages', '<p><font color="#0000ff">thứ Sáu</font></p>', ['coloured']],
    [
      'highlighting',
      '<p><span style="background:yellow;mso-highlight:yellow">gấp</span></p>',
      ['coloured'],
    ],
    [
      'a line below',
      '<p><u>gấp</u> <span style="text-decoration:underline">ngay</span></p>',
      ['underlined'],
    ],
    [
      'a line through words that are no longer meant',
      '<p>Theo <s>Nghị định 110</s> <span style="text-decoration:line-through">cũ</span></p>',
      ['struck'],
    ],
    [
      'what is black on white, however it is said',
      '<p style="color:windowtext;background:white">a <span style="color:rgb(33, 37, 41);background-color:rgba(0, 0, 0, 0)">b</span><span style="color:#000">c</span><span style="color:red"> <u> </u></span></p>',
      [],
    ],
  ])('says that its look is not kept: %s', async (_, html, notes) => {
    await paper.lay(EMPTY);
    await paper.paste({ html });
    expect(await paper.notes()).toEqual(notes);
  });

  it('says in the same note that letters were those of an old font, until the paste is undone', async () => {
    await paper.lay(EMPTY);
    await paper.type('Trước ');
    await paper.paste({
      html: '<p style="font-family:.VnTime">B¸o c¸o <img src="x.png"> kÕt qu¶</p>',
    });
    expect((await paper.notes()).toSorted()).toEqual(['encoding', 'picture']);

    await paper.type(' sau');
    await paper.press('Control+z');
    expect(await paper.notes()).toHaveLength(2);
    await paper.press('Control+z');
    expect(await paper.notes()).toEqual([]);

    await paper.paste({ text: 'B¸o c¸o kÕt qu¶ thùc hiÖn' });
    expect(await paper.notes()).toEqual(['encoding']);
  });

  it('into the cells of a table keeps merged cells and alignment, and never makes the table unsound', async () => {
    const html =
      '<table><tr><td>H</td><td>I</td></tr><tr><td colspan="2" align="center">giữa</td></tr><tr><td rowspan="2" align="right">12</td><td>x</td></tr><tr><td>y</td></tr></table>';
    await paper.lay([TABLE], [0, 'A']);
    const [table] = await paper.paste({ html });
    expect(BlockSchema.parse(table)).toMatchObject({
      headerRows: 1,
      cells: [
        { row: 1, column: 0, colSpan: 2, align: 'center' },
        { row: 2, column: 0, rowSpan: 2, align: 'right' },
      ],
    });

    await paper.lay([TABLE], [0, 'A']);
    const tall = await paper.paste({
      html: '<table><tr><td rowspan="3">cao</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>',
    });
    expect(BlockSchema.parse(tall[0])).toMatchObject({ headerRows: 3 });

    await paper.lay([TABLE], [0, 'B']);
    const wide = await paper.paste({ html: `<table><tr>${'<td>x</td>'.repeat(12)}</tr></table>` });
    expect(look(wide)).toEqual([['A | Bx x x x x x x x x x x x', 'C | D']]);
    expect(await paper.notes()).toEqual(['crowded']);
  });

  it('goes in one press of undo, with nothing of what was typed before or after', async () => {
    await paper.lay(EMPTY);
    await paper.type('Trước ');
    await paper.paste({ text: 'một\n- hai\n1. ba' });
    await paper.type(' sau');

    await paper.press('Control+z');
    const said = await paper.press('Control+z');

    expect(look(said)).toEqual(['paragraph: Trước ']);
  });

  it('may be a whole report of many pages', async () => {
    const part = (at: number) =>
      `<p class=MsoNormal><b>${at}. Lĩnh vực thứ ${at}</b></p>${'<p class=MsoNormal style="text-indent:36pt"><span style="font-size:14.0pt;font-family:\'Times New Roman\'">Ủy ban nhân dân xã đã chỉ đạo các thôn, các ban ngành thực hiện nhiệm vụ được giao.</span></p>'.repeat(12)}`;
    const html = `<html><body>${Array.from({ length: 30 }, (_, at) => part(at + 1)).join('')}</body></html>`;

    const said = await pasted({ html });

    expect(said).toHaveLength(30 * 13);
    expect(said.filter((block) => String(block).startsWith('heading2'))).toHaveLength(30);
    expect(look(await paper.press('Control+z'))).toEqual(['paragraph: ']);
  });
});
