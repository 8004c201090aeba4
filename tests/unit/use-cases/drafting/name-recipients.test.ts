// Does an imported report go to whom its lines name, and does its drafter hear of it?
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  RecipientLine,
  ReportContent,
} from '../../../../functions/domain/content/report-content.ts';
import { nameRecipients } from '../../../../functions/use-cases/drafting/name-recipients.ts';
import { aContent, anOrganization, DRAFTER } from '../../../support/builders.ts';
import { aWorld, callerOf, DISTRICT } from '../../../support/world.ts';

let world: ReturnType<typeof aWorld>;
beforeEach(() => {
  world = aWorld();
});

const named = (text: string): RecipientLine => ({ text, organizationId: null, means: 'nameOnly' });
const read = async (given: Partial<ReportContent>) =>
  nameRecipients(world, await callerOf(world, DRAFTER), aContent(given));

describe('a line of a Word file', () => {
  test('that names an organization of the directory goes there, and is told of', async () => {
    const line = named('Uỷ ban nhân dân huyện Hương Sơn');
    const { content, notes } = await read({ addressees: [line], recipients: [named('Như trên')] });

    expect(content.addressees).toEqual([{ ...line, organizationId: DISTRICT.id, means: 'system' }]);
    expect(content.recipients).toEqual([named('Như trên')]);
    expect(notes).toMatchObject([{ code: 'recipient', lost: false, text: line.text }]);
  });

  test.each([
    ['may mean one of them', 'UBND huyện'],
    ['names one that exists no more', 'UBND huyện Cũ'],
    ['names the office itself', 'UBND xã Sơn Trung'],
  ])('that %s stays a name', async (_, text) => {
    world.organizationIs(
      anOrganization({ id: 'org_cu', name: 'UBND huyện Cũ', validUntil: '2025-07-01T00:00:00Z' }),
    );
    const { content, notes } = await read({ addressees: [named(text)] });

    expect(content.addressees).toEqual([named(text)]);
    expect(notes).toEqual([]);
  });

  test('stays a name where the directory has more organizations than are read: another may be called so', async () => {
    const { directory } = world;
    const endless = {
      ...directory,
      organizations: async () => ({ items: [DISTRICT], cursor: 'there is always more' }),
    };
    const caller = await callerOf(world, DRAFTER);
    const content = aContent({ addressees: [named(DISTRICT.name)] });

    expect(await nameRecipients({ directory: endless }, caller, content)).toEqual({
      content,
      notes: [],
    });
  });

  test('whose way somebody has said is not asked about', async () => {
    const { directory } = world;
    const silent = {
      ...directory,
      organizations: async () => {
        throw new Error('nobody asked for this');
      },
    };
    const caller = await callerOf(world, DRAFTER);
    const content = aContent({ recipients: [{ ...named('UBND huyện'), means: 'paper' }] });

    expect((await nameRecipients({ directory: silent }, caller, content)).content).toBe(content);
  });
});
