// Is every destination of a document shown, once, and no other?
import { expect, test } from 'vitest';
import { deliveredTo } from '../../../functions/domain/content/report-content.ts';
import type { OrganizationId } from '../../../functions/domain/ids.ts';
import { whereItGoes } from '../../../web/parts/where-it-goes.ts';
import { aContent } from '../../support/builders.ts';

const DISTRICT = 'org_huyen';
const directory = [{ id: DISTRICT, name: 'UBND huyện Hương Sơn' }] as const;
const line = (
  text: string,
  means: 'system' | 'paper' | 'nameOnly',
  organizationId: OrganizationId | null = null,
) => ({ text, means, organizationId });

test('“Như trên” is told where it is sent somewhere, and not where it only stands for those above', () => {
  const content = aContent({
    addressees: [line('Ông Chủ tịch', 'nameOnly')],
    recipients: [line('Như trên', 'system', DISTRICT), line('Như trên', 'nameOnly')],
  });

  const { sent, onlyNamed } = whereItGoes(content, directory);
  expect(sent).toEqual(['UBND huyện Hương Sơn']);
  expect(sent).toHaveLength(deliveredTo(content).length);
  expect(onlyNamed).toEqual(['Ông Chủ tịch']);
});

test('what goes somewhere on paper and by the system is told as both', () => {
  const content = aContent({
    addressees: [line('Huyện ủy', 'paper', DISTRICT)],
    recipients: [line('UBND huyện', 'system', DISTRICT), line('Như trên', 'paper')],
  });

  expect(whereItGoes(content, directory)).toEqual({
    sent: ['UBND huyện Hương Sơn'],
    onPaper: ['Huyện ủy'],
    onlyNamed: [],
  });
});
