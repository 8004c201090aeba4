// Does a line that goes somewhere because of its words go there only as long as it has those words?
import { expect, test } from 'vitest';
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import type { RecipientLine } from '../../../functions/domain/content/report-content.ts';
import { recipientNames } from '../../../functions/domain/directory/recipient-name.ts';
import { isNamed, nameOnly, written } from '../../../web/drafting/sheet/named-line.ts';

const called = (id: string, name: string) => ({ id, name, parentId: null }) as OrganizationView;
const DISTRICT = called('org_huyen', 'UBND huyện Hương Sơn');
const OTHER = called('org_khac', 'UBND huyện Đức Thọ');
const names = recipientNames([DISTRICT, OTHER], called('org_xa', 'UBND xã Sơn Giang'));

const NOTHING_LEFT = new Set<string>();
const retyped = (line: RecipientLine, text: string, left = NOTHING_LEFT) =>
  written(line, text, names, left);
const linked = retyped(nameOnly(''), DISTRICT.name);

test('the name of one organization leads there, and says so however the desk was come to', () => {
  expect(linked).toEqual({ text: DISTRICT.name, organizationId: 'org_huyen', means: 'system' });
  // As it is read from the store, or stands at another place: no more than the line itself.
  expect(isNamed({ ...linked }, names)).toBe(true);
});

test('words that say something else do not go where the words before did', () => {
  expect(retyped({ ...linked }, 'UBND huyện Đức')).toEqual(nameOnly('UBND huyện Đức'));
  expect(retyped({ ...linked }, OTHER.name)).toMatchObject({ organizationId: 'org_khac' });
  expect(retyped({ ...linked }, `${DISTRICT.name} (để báo cáo)`)).toMatchObject({
    organizationId: 'org_huyen',
    means: 'system',
  });
});

test('where somebody has said that it is a name only, it stays one', () => {
  const left = new Set([DISTRICT.name]);
  expect(retyped(nameOnly('UBND huyện Hương'), DISTRICT.name, left)).toEqual(
    nameOnly(DISTRICT.name),
  );
});

test('words of the drafter’s own leave the line where it was sent, and what is sent on paper on paper', () => {
  const chosen: RecipientLine = {
    text: 'Như trên',
    organizationId: DISTRICT.id,
    means: 'system',
  };
  expect(retyped(chosen, 'Lãnh đạo huyện')).toEqual({ ...chosen, text: 'Lãnh đạo huyện' });
  const onPaper: RecipientLine = { text: 'Kho bạc', organizationId: null, means: 'paper' };
  expect(retyped(onPaper, DISTRICT.name)).toEqual({ ...onPaper, text: DISTRICT.name });
});
