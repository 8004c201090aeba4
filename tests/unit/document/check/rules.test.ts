// Does every rule see what it is for, let pass what is right, and does its fix put right what it says?
import { describe, expect, test } from 'vitest';
import { checkReport, RULES } from '../../../../functions/document/check/check-report.ts';
import { type Block, runsOf } from '../../../../functions/domain/content/block.ts';
import { applyFix } from '../../../../functions/domain/content/finding.ts';
import { withYearsMoved } from '../../../../functions/domain/content/move-years.ts';
import { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import { onPaperOf } from '../../../../functions/domain/outlines/outline.ts';
import { OUTLINES } from '../../../../functions/domain/outlines/outlines.ts';
import { bullet, FACTS, heading, named, paragraph, SOUND, table } from './sound-report.ts';

type Change = Partial<ReportContent>;

const saying = (...blocks: (string | Block)[]): Change => ({
  blocks: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
});
const signed = (change: Partial<ReportContent['signature']>): Change => ({
  signature: { ...SOUND.signature, ...change },
});

/** What each rule must see, and the nearest thing that it must let pass. */
const CASES: Record<string, [wrong: Change, right: Change]> = {
  'missing-agency': [{ agencyLines: [''] }, { agencyLines: ['ĐẢNG ỦY XÃ'] }],
  'missing-place': [{ place: '' }, { place: 'Hà Nội' }],
  'missing-subject': [{ subject: '' }, { subject: 'Kết quả' }],
  'missing-body': [saying('  '), saying('Không có việc gì phát sinh.')],
  'missing-recipients': [
    { addressees: [], recipients: [] },
    { addressees: [], recipients: [named('Sở Nội vụ')] },
  ],
  'missing-addressee': [{ addressees: [named('')] }, { addressees: [named('Sở Nội vụ')] }],
  'missing-archive': [{ archive: '' }, { archive: 'Lưu: VT' }],
  'missing-signature': [signed({ name: '' }), signed({ name: 'Nguyễn Văn Minh' })],
  'missing-appendix-title': [{ appendices: [{ title: '', blocks: [] }] }, {}],
  'secret-document': [
    saying('TUYỆT MẬT', 'Nội dung.'),
    saying('Giữ bí mật nhà nước; mật độ dân cư.'),
  ],
  'unprintable-text': [saying('Chữ 漢.'), saying('Chữ Hán.')],
  'symbol-of-another-type': [
    { symbol: 'KH-UBND' },
    { type: 'keHoach', symbol: 'KH-UBND', addressees: [], recipients: [named('Sở Nội vụ')] },
  ],
  'symbol-of-another-agency': [{ symbol: 'BC-HĐND' }, { symbol: 'BC-UBND' }],
  'letter-symbol-without-unit': [
    { type: 'congVan', symbol: 'UBND' },
    { type: 'congVan', symbol: 'UBND-VX' },
  ],
  'place-with-unit': [{ place: 'xã Sơn Trung' }, { place: 'Phường 1' }],
  'place-in-small-letters': [{ place: 'sơn Trung' }, { place: 'Sơn Trung' }],
  'superior-of-committee': [
    { superiorLine: 'UBND HUYỆN HƯƠNG SƠN' },
    { superiorLine: 'UBND HUYỆN HƯƠNG SƠN', agencyLines: ['PHÒNG NỘI VỤ'] },
  ],
  'agency-abbreviated': [{ agencyLines: ['UBND XÃ SƠN TRUNG'] }, {}],
  'subject-ends-with-mark': [{ subject: 'Kết quả năm 2026.' }, { subject: 'Kết quả năm 2026' }],
  'subject-repeats-type': [
    { subject: 'Báo cáo kết quả năm 2026' },
    { subject: 'Kết quả việc báo cáo năm 2026' },
  ],
  'subject-in-small-letters': [
    { subject: 'kết quả năm 2026' },
    { type: 'congVan', symbol: 'UBND-VX', subject: 'báo cáo kết quả' },
  ],
  'letter-subject-in-capital': [
    { type: 'congVan', symbol: 'UBND-VX', subject: 'Tăng cường kiểm tra' },
    { type: 'congVan', symbol: 'UBND-VX', subject: 'tăng cường kiểm tra' },
  ],
  'subject-with-lead': [
    { subject: 'V/v kết quả năm 2026' },
    { subject: 'Về việc kết quả năm 2026' },
  ],
  'subject-too-long': [
    { subject: 'Kết quả '.repeat(40).trim() },
    { subject: 'Kết quả '.repeat(20).trim() },
  ],
  'cited-type-and-symbol-differ': [
    saying('Theo Quyết định số 14/KH-UBND ngày 17/01/2023.'),
    saying(
      'Theo Quyết định số 14/QĐ-UBND ngày 17/01/2023; Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.',
    ),
  ],
  'cited-without-symbol': [
    saying('Theo Quyết định số 14 của xã.'),
    saying('Theo Quyết định số 14/QĐ-UBND ngày 17/01/2023.'),
  ],
  'cited-without-word-number': [
    saying('Theo Quyết định 14/QĐ-UBND ngày 17/01/2023.'),
    saying('Theo Quyết định số 14/QĐ-UBND ngày 17/01/2023; ra 14 quyết định.'),
  ],
  'cited-number-below-ten': [
    saying('Theo Quyết định số 4/QĐ-UBND ngày 17/01/2023.'),
    saying('Theo Quyết định số 04/QĐ-UBND ngày 17/01/2023.'),
  ],
  'first-citation-without-date': [
    saying('Theo Quyết định số 14/QĐ-UBND đã ban hành.'),
    saying('Theo Quyết định số 14/QĐ-UBND ngày 17/01/2023.', 'Quyết định số 14/QĐ-UBND nêu rõ.'),
  ],
  'legal-basis-in-other-words': [
    saying({ kind: 'legalBasis', runs: runsOf('Luật Cư trú') }, 'Nội dung.'),
    saying({ kind: 'legalBasis', runs: runsOf('Theo đề nghị của văn phòng') }, 'Nội dung.'),
  ],
  'legal-basis-as-paragraph': [
    saying('Căn cứ Luật Cư trú ngày 13/11/2020;'),
    saying('Căn cứ Luật Cư trú, xã đã thực hiện.'),
  ],
  'unit-in-capital': [
    saying('Tại Xã Sơn Trung có lễ hội.'),
    saying('Xã Sơn Trung có lễ hội; Phường 1, Thành phố Hồ Chí Minh cũng vậy.'),
  ],
  'unit-alone-in-capital': [
    saying('Trang thông tin của Xã.'),
    saying('Trang thông tin của xã. Xã đã làm; Phòng Văn hóa - Xã hội, Ban Tỉnh đoàn.'),
  ],
  'committee-in-capitals': [
    saying('Báo cáo Ủy Ban Nhân Dân xã.'),
    saying('Báo cáo Ủy ban nhân dân xã.'),
  ],
  'council-in-capitals': [
    saying('Báo cáo Hội đồng Nhân dân xã.'),
    saying('Báo cáo Hội đồng nhân dân xã.'),
  ],
  'front-in-small-letters': [
    saying('Cùng Mặt trận tổ quốc xã.'),
    saying('Cùng Mặt trận Tổ quốc xã.'),
  ],
  'division-in-small-letters': [
    saying('Theo điều 14 của quy chế.'),
    saying('Theo Điều 14 và nhiều điều khác.'),
  ],
  'clause-in-capital': [
    saying('Theo Khoản 2 Điều 14.'),
    saying('Khoản 2 Điều 14 nêu rõ; theo điểm a khoản 1.'),
  ],
  'document-in-small-letters': [
    saying('Theo kế hoạch số 11/KH-UBND ngày 19/01/2026.'),
    saying('Theo Kế hoạch số 11/KH-UBND ngày 19/01/2026 và kế hoạch của xã.'),
  ],
  'phrase-in-capital': [
    saying('Về công tác Cải cách hành chính.'),
    saying('Cải cách hành chính là việc lớn. Cán bộ đã làm.'),
  ],
  'capital-behind-comma': [saying('Đã làm tốt, Kết quả cao.'), saying('Đã làm tốt. Kết quả cao.')],
  'about-in-capital': [saying('Kế hoạch Về tuyên truyền.'), saying('Về tuyên truyền: đã làm.')],
  'date-in-capital': [saying('Trong Năm 2026 đã làm.'), saying('Năm 2026 đã làm.')],
  'paragraph-in-capitals': [saying('TẤT CẢ ĐOẠN NÀY ĐỀU VIẾT HOA'), saying('UBND VÀ HĐND')],
  'date-impossible': [saying('Họp ngày 30/02/2026.'), saying('Họp ngày 29/02/2024.')],
  'date-to-come': [
    saying('Theo Quyết định số 14/QĐ-UBND ngày 17/01/2027.'),
    saying('Theo Quyết định số 14/QĐ-UBND ngày 17/01/2026.'),
  ],
  'date-without-zero': [
    saying('Họp ngày 5 tháng 3 năm 2026.'),
    saying('Họp ngày 05 tháng 3 năm 2026.'),
  ],
  'month-with-zero': [
    saying('Họp ngày 05 tháng 03 năm 2026.'),
    saying('Họp ngày 05 tháng 02 năm 2026.'),
  ],
  'year-of-two-figures': [saying('Họp ngày 05/3/26.'), saying('Họp ngày 05/3/2026.')],
  'thousands-with-commas': [
    saying('Chi 12,500,000 đồng.'),
    saying('Chi 12.500.000 đồng; đạt 1,234 lần.'),
  ],
  'share-with-full-stop': [saying('Đạt 98.5% kế hoạch.'), saying('Đạt 98,5% kế hoạch.')],
  'space-before-share': [saying('Đạt 98 % kế hoạch.'), saying('Đạt 98% kế hoạch.')],
  'space-before-mark': [saying('Kiểm soát ; tiếp nhận.'), saying('Kiểm soát; tiếp nhận …')],
  'mark-repeated': [saying('Đã làm xong..'), saying('Đã làm xong... và còn nữa.')],
  'space-behind-mark-wanting': [
    saying('Tiếp nhận,xử lý.'),
    saying('Đạt 98,5%, xử lý; xem a,b; TP.Hà Tĩnh.'),
  ],
  'spaces-repeated': [saying('Tiếp nhận  xử lý.'), saying('Tiếp nhận xử lý.')],
  'space-inside-brackets': [
    saying('Các văn bản ( kèm theo ) đã ban hành.'),
    saying('Các văn bản (kèm theo) đã ban hành “đúng hạn”.'),
  ],
  'word-repeated': [
    saying('Kết quả của của xã.'),
    saying('Luôn luôn, dần dần; của xã và của thôn.'),
  ],
  'place-left-open': [
    saying('Kinh phí khác: … đồng, ngày ..... tháng 11.'),
    saying('Các cây trồng: lúa, ngô, ... và lạc…'),
  ],
  'template-blank': [
    saying(bullet('Văn bản đã ban hành: …'), 'Tổng kinh phí: … đồng.'),
    saying('Văn bản đã ban hành: 12.', 'Ngày ..... tháng 11, các cây: lúa, ngô, ...'),
  ],
  'bullet-typed': [
    saying(bullet('+Quyết định của xã.')),
    saying(bullet('Quyết định của xã - phường.')),
  ],
  'bullet-in-paragraph': [saying('- Đã làm xong.'), saying('Đã làm - và xong.')],
  'number-typed': [
    saying(heading(1, 'I. Kết quả'), 'Nội dung.'),
    saying(heading(1, 'Kết quả'), 'Nội dung.'),
  ],
  'number-in-paragraph': [saying('1. Kết quả đạt được.'), saying('12 hồ sơ đã xong.')],
  'end-mark-typed': [saying('Hết phần một./.', 'Còn phần hai.'), saying('Phần một.', 'Hết./.')],
  'bracket-open': [saying('Đã làm (theo kế hoạch.'), saying('Đã làm: a) một; b) hai (xong).')],
  'quotes-straight': [saying('Gọi là "một cửa".'), saying('Gọi là “một cửa”.')],
  'tones-set-in-two-ways': [
    saying('Văn hóa và xã hội hoá.'),
    saying('Văn hóa và xã hội hóa; quý, quỳ.'),
  ],
  'abbreviation-unexplained': [
    saying('Công tác TTHC đã xong.'),
    saying('Thủ tục hành chính (TTHC) đã xong; TTHC tốt.'),
  ],
  'abbreviation-in-subject': [
    { subject: 'Kết quả TTHC năm 2026' },
    { subject: 'Kết quả của UBND xã' },
  ],
  'heading-level-skipped': [
    saying(heading(1, 'Một'), 'Lời.', heading(3, 'Ba'), 'Lời.'),
    saying(heading(1, 'Một'), heading(2, 'Hai'), heading(3, 'Ba'), 'Lời.'),
  ],
  'heading-over-nothing': [
    saying(heading(1, 'Một'), heading(1, 'Hai'), 'Lời.'),
    saying(heading(1, 'Một'), heading(2, 'Hai'), 'Lời.'),
  ],
  'heading-with-end-mark': [
    saying(heading(1, 'Kết quả:'), 'Lời.'),
    saying(heading(1, 'Kết quả'), 'Lời.'),
  ],
  'heading-too-long': [
    saying(heading(1, 'Kết quả '.repeat(40)), 'Lời.'),
    saying(heading(1, 'Kết quả '.repeat(10)), 'Lời.'),
  ],
  'two-schemes': [
    saying(heading(1, 'Một'), 'Lời.', { kind: 'article', runs: runsOf('Phạm vi') }, 'Lời.'),
    saying({ kind: 'article', runs: runsOf('Phạm vi') }, 'Lời.'),
  ],
  'lead-without-list': [
    saying({ kind: 'label', runs: runsOf('Bộ phận một cửa') }, heading(1, 'Kết quả'), 'Lời.'),
    saying({ kind: 'label', runs: runsOf('Bộ phận một cửa') }, bullet('Đã làm.')),
  ],
  'paragraph-in-bold': [
    saying({ kind: 'paragraph', runs: [{ text: 'Kết quả', bold: true }] }, 'Lời.'),
    saying({ kind: 'paragraph', runs: [{ text: 'Kết quả', bold: true }, { text: ' tốt.' }] }),
  ],
  'table-without-header': [
    saying(
      table(
        [
          ['a', 'b'],
          ['c', 'd'],
          ['e', 'g'],
        ],
        0,
      ),
      'Lời.',
    ),
    saying(
      table(
        [
          ['a', 'b'],
          ['c', 'd'],
          ['e', 'g'],
        ],
        1,
      ),
      'Lời.',
    ),
  ],
  'table-row-empty': [
    saying(
      table([
        ['a', 'b'],
        ['', ''],
      ]),
      'Lời.',
    ),
    saying(
      table([
        ['a', 'b'],
        ['c', ''],
      ]),
      'Lời.',
    ),
  ],
  'table-column-narrow': [
    saying(
      {
        ...(table([['a', 'b']]) as Extract<Block, { kind: 'table' }>),
        columns: [
          { share: 2, align: 'left' },
          { share: 98, align: 'left' },
        ],
      },
      'Lời.',
    ),
    saying(table([['a', 'b']]), 'Lời.'),
  ],
  'appendix-unmentioned': [
    { ...saying('Lời.'), appendices: SOUND.appendices },
    { ...saying('Lời; số liệu tại phụ lục kèm theo.'), appendices: SOUND.appendices },
  ],
  'appendix-wanting': [
    { ...saying('Số liệu có phụ lục.'), appendices: [] },
    {
      ...saying('Theo mẫu tại Phụ lục I Nghị định, xem phụ lục II ban hành kèm theo Quyết định.'),
      appendices: [],
    },
  ],
  'signature-of-another': [signed({ titles: ['CHỦ TỊCH'] }), signed({})],
  'authority-mark-elsewhere': [
    signed({ authority: 'KT. CHỦ TỊCH' }),
    signed({ authority: 'TM. ỦY BAN NHÂN DÂN' }),
  ],
  'collective-wanting': [
    signed({ authority: 'TM. CHỦ TỊCH' }),
    signed({ authority: 'TM. CHÍNH PHỦ' }),
  ],
  'deputy-without-mark': [
    signed({ titles: ['PHÓ CHỦ TỊCH'] }),
    signed({ titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] }),
  ],
  'deputy-title-wanting': [
    signed({ titles: ['KT. CHỦ TỊCH'] }),
    signed({ titles: ['Q. CHỦ TỊCH'] }),
  ],
  'collective-with-order': [
    signed({ titles: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'] }),
    signed({ authority: null, titles: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'] }),
  ],
  'mark-without-space': [
    signed({ authority: 'TM.ỦY BAN NHÂN DÂN' }),
    signed({ authority: 'TM. ỦY BAN NHÂN DÂN' }),
  ],
  'title-in-small-letters': [signed({ titles: ['chủ tịch'] }), signed({ titles: ['CHỦ TỊCH'] })],
  'name-with-degree': [signed({ name: 'ThS. Lê Quốc Hưng' }), signed({ name: 'Bành Thị Sen' })],
  'name-in-capitals': [signed({ name: 'LÊ QUỐC HƯNG' }), signed({ name: 'Lê Quốc Hưng' })],
  'addressees-of-another-type': [
    { type: 'thongBao', symbol: 'TB-UBND' },
    { type: 'toTrinh', symbol: 'TTr-UBND' },
  ],
  'addressee-wanting': [
    { type: 'toTrinh', symbol: 'TTr-UBND', addressees: [] },
    { addressees: [], recipients: [named('Sở Nội vụ')] },
  ],
  'as-above-wanting': [
    { recipients: [named('Thường trực Đảng ủy')] },
    { addressees: [], recipients: [named('Thường trực Đảng ủy')] },
  ],
  'as-above-of-nobody': [{ addressees: [] }, {}],
  'as-above-in-other-words': [
    { recipients: [named('Như kính gửi')] },
    { recipients: [named('Như trên')] },
  ],
  'as-above-not-first': [{ recipients: [named('Thường trực Đảng ủy'), named('Như trên')] }, {}],
  'addressee-repeated': [
    { recipients: [named('Như trên'), named('Ủy ban nhân dân tỉnh')] },
    { recipients: [named('Như trên'), named('Ủy ban nhân dân huyện Hương Sơn')] },
  ],
  'addressees-twice': [
    { addressees: [named('Sở Nội vụ'), named('Sở Nội vụ')] },
    { addressees: [named('Sở Nội vụ'), named('Sở Tài chính')] },
  ],
  'recipients-twice': [
    { recipients: [named('Như trên'), named('Đảng ủy xã'), named('Đảng ủy xã')] },
    { recipients: [named('Như trên'), named('Đảng ủy xã'), named('Các thôn')] },
  ],
  'recipient-with-marks': [
    { recipients: [named('Như trên'), named('- Đảng ủy xã;')] },
    { recipients: [named('Như trên'), named('Đảng ủy xã')] },
  ],
  'archive-in-other-form': [{ archive: 'Lưu: VP' }, { archive: 'Lưu: VT, NV (05)' }],
  'archive-among-recipients': [{ recipients: [named('Như trên'), named('Lưu: VT')] }, {}],
  'organization-closed': [
    { addressees: [named('Phòng Nội vụ', 'org_phong-cu')] },
    { addressees: [named('Sở Nội vụ', 'org_so-noi-vu')] },
  ],
};

const changed = (change: Change): ReportContent => ({ ...SOUND, ...change });
const found = (content: ReportContent, id: string, rules = RULES) =>
  checkReport(content, { ...FACTS, signer: SOUND.signature }, rules).filter(
    ({ rule }) => rule === id,
  );

test('every rule has a document that it must see, and one that it must let pass', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});

/** The rules that would be told to be broken, were these all. */
const brokenAmong = (rules: typeof RULES): string[] =>
  Object.entries(CASES).flatMap(([id, [wrong, right]]) => {
    const own = rules.filter((rule) => rule.id === id);
    const holds =
      found(changed(wrong), id, own).length > 0 && found(changed(right), id, own).length === 0;
    return holds ? [] : [id];
  });

test('a rule that is switched off, or sees something everywhere, is noticed', () => {
  expect(brokenAmong(RULES)).toEqual([]);
  for (const { id } of RULES) {
    const without = RULES.filter((rule) => rule.id !== id);
    expect(brokenAmong(without)).toEqual([id]);
    const always = { path: ['subject'], vi: 'Sai.', en: 'Wrong.' };
    const mad = RULES.map((rule) => (rule.id === id ? { ...rule, look: () => [always] } : rule));
    expect(brokenAmong(mad)).toEqual([id]);
  }
});

describe('a blank of a template', () => {
  const OFFICE = {
    superiorLine: null,
    agencyLines: ['UBND'],
    abbreviation: 'UBND',
    place: 'Sơn Trung',
  };
  const blanksOf = (content: ReportContent) => found(content, 'template-blank').length;

  test.each(OUTLINES.map((outline) => [outline.id, outline] as const))(
    'is an error wherever “%s” leaves one, in whatever year',
    (_, outline) => {
      const content = withYearsMoved(onPaperOf(outline, OFFICE), outline.year, 2031);
      const written = JSON.stringify(content).match(/…/gu)?.length ?? 0;
      const alone = JSON.stringify(content.blocks).match(/"…"/gu)?.length ?? 0;

      expect(blanksOf(content)).toBe(written - alone);
      expect(found(content, 'place-left-open')).toHaveLength(alone);
    },
  );

  test('is still one when others beside it have been filled in', () => {
    const text = 'Thực hiện Kế hoạch số 12/KH-UBND ngày 19/01/2026 của … về …, xã báo cáo:';

    expect(blanksOf(changed(saying(text)))).toBe(2);
  });

  test.each([
    ['in a cell', saying(table([['Kinh phí: …', '…']]))],
    ['at the end of a list', saying(bullet('Các thôn 1, 2, 3'), bullet('…'))],
    ['behind other words of its own', saying('Gồm: …', bullet('Hồ sơ đã nhận của …'))],
    ['where a template has it in another kind of passage', saying('Về người: …')],
  ])(
    'is none %s: nobody knows what an author means by it, and they may let it stand',
    (_, given) => {
      expect(blanksOf(changed(given))).toBe(0);
      expect(found(changed(given), 'place-left-open').length).toBeGreaterThan(0);
    },
  );

  test('is none in a form that is appended, to be filled in by others', () => {
    const appendices = [{ title: 'Mẫu phiếu', blocks: [paragraph('Họ và tên: …')] }];

    expect(blanksOf(changed({ appendices }))).toBe(0);
  });
});

test.each([
  ['UBTP', 'CCHC', 'TTHC', 'HĐTĐ', 'CBCC', 'NTM', 'QLNN', 'ATGT', 'TAND', 'VAC', 'OCOP', 'ODA'],
  ['CA', 'TU', 'ĐA', 'DA'],
])('letters that stand for words are seen: %s …', (...all) => {
  const unseen = all.filter(
    (short) =>
      found(changed(saying(`Công tác ${short} đã xong.`)), 'abbreviation-unexplained').length !== 1,
  );

  expect(unseen).toEqual([]);
});

test('a sound report has no finding', () => {
  expect(checkReport(SOUND, FACTS)).toEqual([]);
});

describe.each(Object.entries(CASES))('%s', (id, [wrong, right]) => {
  test('is seen, said in two languages, with its source', () => {
    const findings = found(changed(wrong), id);

    expect(findings.length).toBeGreaterThan(0);
    for (const { vi, en, source } of findings) {
      expect(vi).toMatch(/^[^"']*[.”]$/u);
      expect(en).toMatch(/^[^"']*[.”]$/u);
      expect(source).toMatch(/^(Article|Annex|house)/u);
    }
  });

  test('lets pass what is right', () => {
    expect(found(changed(right), id)).toEqual([]);
  });

  test('is gone after its fixes, each of which changes only what it names', () => {
    let content = changed(wrong);
    for (let left = 20; left > 0; left -= 1) {
      const fix = found(content, id).find((finding) => finding.fix)?.fix;
      if (!fix) break;
      const before = content;
      content = ReportContent.parse(applyFix(content, fix));
      const touched = new Set(fix.map(({ path }) => String(path[0])));
      for (const key of Object.keys(SOUND) as (keyof ReportContent)[]) {
        if (!touched.has(key)) expect(content[key]).toEqual(before[key]);
      }
    }
    expect(found(content, id).filter(({ fix }) => fix)).toEqual([]);
  });
});
