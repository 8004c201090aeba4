// Does every line of Nơi nhận that is moved or pasted stand there afterwards, and go where its name leads?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import { recipientNames } from '../../../functions/domain/directory/recipient-name.ts';
import { moved, recipientsIn } from '../../../web/drafting/sheet/listed-recipients.ts';
import { nameOnly } from '../../../web/drafting/sheet/named-line.ts';

const called = (id: string, name: string) => ({ id, name, parentId: null }) as OrganizationView;
const DISTRICT = called('org_huyen', 'UBND huyện Hương Sơn');
const names = recipientNames([DISTRICT], called('org_xa', 'UBND xã Sơn Giang'));

test('a line that is moved stands at its new place, and all others in their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat()),
      fc.nat(9),
      fc.integer({ min: -2, max: 11 }),
      (all, from, to) => {
        const after = moved(all, from, to);
        const isPossible = from < all.length && to >= 0 && to < all.length;
        expect(isPossible ? after[to] : after).toEqual(isPossible ? all[from] : all);
        const others = (each: number[], at: number) => (isPossible ? each.toSpliced(at, 1) : each);
        expect(others(after, to)).toEqual(others(all, from));
      },
    ),
  );
});

describe('lines that are pasted', () => {
  const PASTED = [
    'Nơi nhận:',
    '- Như trên;',
    '- UBND huyện Hương Sơn (để báo cáo);',
    '+ Các thôn: 1, 2;',
    ' ;',
    '- Lưu: VT, VP.',
  ];

  test('lose what marks them on paper, and go where they name one organization', () => {
    expect(recipientsIn(PASTED, names, 'Lưu: VT')).toEqual({
      lines: [
        nameOnly('Như trên'),
        { text: 'UBND huyện Hương Sơn (để báo cáo)', organizationId: 'org_huyen', means: 'system' },
        nameOnly('Các thôn: 1, 2'),
      ],
      archive: 'Lưu: VT, VP',
    });
  });

  test('take nothing from the archive that stands there, and are lines where there is none', () => {
    const kept = recipientsIn(PASTED, names, 'Lưu: VT, TP');
    expect(kept.archive).toBe('Lưu: VT, TP');
    expect(kept.lines.at(-1)).toEqual(nameOnly('Lưu: VT, VP'));
    expect(recipientsIn(PASTED, names, null)).toMatchObject({ archive: null });
    expect(recipientsIn(['Kính gửi: UBND huyện Hương Sơn'], names, null).lines).toMatchObject([
      { organizationId: 'org_huyen' },
    ]);
  });

  test('are all there in their order, however each is marked', () => {
    const words = fc.stringMatching(/^[a-zđáế]{2,8}( [a-zđáế]{2,8}){0,3}$/u);
    const mark = fc.constantFrom('', '- ', '+ ', '• ', '–');
    const end = fc.constantFrom('', ';', '.', ' ; ');
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, words, end)), (said) => {
        const { lines } = recipientsIn(
          said.map((parts) => parts.join('')),
          names,
          'Lưu: VT',
        );
        expect(lines.map(({ text }) => text)).toEqual(said.map(([, text]) => text));
      }),
    );
  });
});
