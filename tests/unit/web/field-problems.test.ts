// Does every message about a field name it, its limit, and what to do?
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fitted } from '../../../functions/domain/content/fit.ts';
import { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { FieldProblem } from '../../../functions/domain/field-problem.ts';
import { aContent } from '../../support/builders.ts';

const SAVED = ReportContent.parse(aContent());

describe('in Vietnamese', () => {
  let say: (problems: FieldProblem[]) => string[];
  beforeAll(async () => {
    vi.stubGlobal('localStorage', { getItem: () => null });
    const { worded } = await import('../../../web/parts/trouble/field-problems.ts');
    const { placeName } = await import('../../../web/drafting/submitting/place-names.ts');
    vi.unstubAllGlobals();
    say = (problems) => worded(problems, placeName).map(({ words }) => words);
  });

  const said = (wrong: Partial<ReportContent>) =>
    say(fitted({ ...SAVED, ...wrong }, SAVED).misfits);
  const run = (text: string) => [{ text }];
  const LINE = { text: 'Như trên', organizationId: null, means: 'nameOnly' } as const;

  const cases: [wrong: Partial<ReportContent>, sentence: string][] = [
    [{ subject: 'x'.repeat(523) }, 'Trích yếu dài 523 ký tự, tối đa 500. Hãy rút bớt 23 ký tự.'],
    [
      { recipients: [LINE, { ...LINE, text: 'x'.repeat(201) }] },
      'Nơi nhận, dòng 2 dài 201 ký tự, tối đa 200. Hãy rút bớt 1 ký tự.',
    ],
    [
      { agencyLines: ['a', 'b', 'c', 'd', 'e'] },
      'Tên cơ quan ban hành có 5 dòng, tối đa 3. Hãy bớt 2 dòng.',
    ],
    [
      { signature: { ...SAVED.signature, name: 'Vui \u0007' } },
      'Họ tên người ký có ký tự không in được (U+0007). Hãy xóa hoặc thay ký tự đó.',
    ],
    [{ symbol: '' }, 'Ký hiệu: cần điền.'],
    [
      { symbol: 'BC UBND' },
      'Ký hiệu chỉ gồm chữ, số và các dấu . & -, không có dấu cách, như BC-UBND.',
    ],
    [
      { blocks: [...SAVED.blocks, { kind: 'paragraph', runs: run('x'.repeat(20_500)) }] },
      `Nội dung, khối ${SAVED.blocks.length + 1} dài 20.500 ký tự, tối đa 20.000. Hãy rút bớt 500 ký tự.`,
    ],
    [
      {
        blocks: [
          {
            kind: 'table',
            columns: [{ share: 100, align: 'left' }],
            headerRows: 0,
            rows: [[run('a')], [run('\u0007')]],
          },
        ],
      },
      'Nội dung, khối 1, hàng 2, cột 1 có ký tự không in được (U+0007). Hãy xóa hoặc thay ký tự đó.',
    ],
    [
      { appendices: [{ title: 'x'.repeat(501), blocks: [] }] },
      'Phụ lục 1 dài 501 ký tự, tối đa 500. Hãy rút bớt 1 ký tự.',
    ],
  ];

  test.each(cases.map(([wrong, sentence]) => ({ wrong, sentence })))('$sentence', (one) => {
    expect(said(one.wrong)).toEqual([one.sentence]);
  });

  test('the check’s own sentence is said as it is', () => {
    const found = { what: 'found', vi: 'Thiếu trích yếu.', en: 'The subject is missing.' } as const;
    expect(say([{ path: ['subject'], message: found.en, wrong: found }])).toEqual([found.vi]);
  });
});
