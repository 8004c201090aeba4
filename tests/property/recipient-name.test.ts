// Is an organization known by its name however it is written, and never taken for another of a similar name?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  linkedByName,
  MOST_OFFERED,
  recipientNames,
} from '../../functions/domain/directory/recipient-name.ts';
import type { OrganizationId } from '../../functions/domain/ids.ts';
import { fold } from '../../functions/domain/search/folded-words.ts';
import { aContent } from '../support/builders.ts';

type Place = { id: OrganizationId; name: string; parentId: OrganizationId | null };

const AGENCIES = ['UBND', 'HĐND', 'Phòng Nội vụ', 'Phòng Văn hóa - Thông tin', 'Ủy ban MTTQ'];
const LEVELS = ['xã', 'huyện', 'tỉnh', 'thị xã', 'thành phố'];
const PLACES = [
  'Sơn Trung',
  'Sơn Trưng',
  'Sơn Mẫu',
  'Tân Thanh',
  'Tân Thạnh',
  'Đà Lạt',
  'Hòa Bình',
];

const name = fc
  .tuple(fc.constantFrom(...AGENCIES), fc.constantFrom(...LEVELS), fc.constantFrom(...PLACES))
  .map((parts) => parts.join(' '));
const directory = fc
  .uniqueArray(name, { minLength: 1, maxLength: 12 })
  .map((names) =>
    names.map((each, at): Place => ({ id: `org_${at}`, name: each, parentId: null })),
  );

const HOME = { id: 'org_home', parentId: null } as const;

/** The same name, as it may stand on paper or be typed. */
const WRITTEN: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => `- ${text};`,
  (text) => `${text} (để báo cáo)`,
  (text) => `${text} (b/c);`,
  (text) => `${text} (thay b/c)`,
  (text) => `${text} (để p/h thực hiện`,
  (text) => text.replace('UBND', 'Ủy ban nhân dân').replace('HĐND', 'Hội đồng nhân dân'),
  (text) => text.replace('UBND', 'Uỷ ban nhân dân').replace('Hòa', 'Hoà'),
  (text) => text.replace('Ủy ban MTTQ', 'UBMTTQ').replace(/ (?:-) /u, ' và '),
  (text) => text.replace('thành phố', 'TP.').replace('huyện', 'H.').replace('thị xã', 'TX.'),
];

describe('the name of a recipient', () => {
  test('is known however it is written, as long as it is written with its accents', () => {
    fc.assert(
      fc.property(directory, fc.nat(), fc.constantFrom(...WRITTEN), (all, at, write) => {
        const meant = all[at % all.length] as Place;
        const { named, offered } = recipientNames(all, HOME);
        expect(named(write(meant.name))).toBe(meant);
        expect(offered(write(meant.name))).toEqual([meant]);
      }),
    );
  });

  test('without accents is known where nobody else is called so, and offered where somebody is', () => {
    fc.assert(
      fc.property(directory, fc.nat(), (all, at) => {
        const meant = all[at % all.length] as Place;
        const alike = all.filter((each) => fold(each.name) === fold(meant.name));
        const { named, offered } = recipientNames(all, HOME);
        expect(named(fold(meant.name))).toBe(alike.length === 1 ? meant : null);
        expect(offered(fold(meant.name))).toEqual(expect.arrayContaining(alike));
      }),
    );
  });

  test('of two organizations is neither’s', () => {
    fc.assert(
      fc.property(directory, fc.nat(), (all, at) => {
        const one = all[at % all.length] as Place;
        const { named, offered } = recipientNames([...all, { ...one, id: 'org_twin' }], HOME);
        expect(named(one.name)).toBeNull();
        expect(offered(one.name).map(({ id }) => id)).toEqual(
          expect.arrayContaining([one.id, 'org_twin']),
        );
      }),
    );
  });

  test('whatever stands there, few are offered, each once, in whichever order the directory is read', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      name.map((each) => each.slice(3)),
      name,
    );
    fc.assert(
      fc.property(directory, text, (all, said) => {
        const names = recipientNames(all, HOME);
        const offered = names.offered(said);
        expect(offered.length).toBeLessThanOrEqual(MOST_OFFERED);
        expect(new Set(offered).size).toBe(offered.length);
        for (const each of offered) expect(all).toContain(each);
        if (names.named(said) !== null) expect(offered).toEqual([names.named(said)]);
        expect(recipientNames(all.toReversed(), HOME).offered(said)).toEqual(offered);
      }),
    );
  });

  test('that the office which writes bears as well is nobody’s, and the other one is offered', () => {
    fc.assert(
      fc.property(directory, fc.nat(), fc.constantFrom(...WRITTEN), (all, at, write) => {
        const home = all[at % all.length] as Place;
        const twin: Place = { ...home, id: 'org_twin' };
        const { named, offered } = recipientNames([...all, twin], home);
        expect(named(write(home.name))).toBeNull();
        expect(offered(write(home.name))).toContain(twin);
      }),
    );
  });

  test('with a place in brackets belongs to whoever is called so, brackets and all', () => {
    const place = fc.tuple(fc.constantFrom(...LEVELS), fc.constantFrom(...PLACES));
    fc.assert(
      fc.property(directory, fc.nat(), place, (all, at, [level, where]) => {
        const meant = all[at % all.length] as Place;
        const line = `${meant.name} (${level} ${where})`;
        const { named, offered } = recipientNames(all, HOME);
        expect(named(line)).toBeNull();
        expect(offered(line)).not.toEqual([]);
        const told: Place = { ...meant, id: 'org_told', name: line };
        const both = recipientNames([...all, told], HOME);
        expect(both.named(`${line} (để báo cáo)`)).toBe(told);
        expect(both.named(meant.name)).toBe(meant);
      }),
    );
  });

  test('is never that of the office which writes', () => {
    fc.assert(
      fc.property(directory, fc.nat(), (all, at) => {
        const home = all[at % all.length] as Place;
        const { named, offered } = recipientNames(all, home);
        expect([named(home.name), ...offered(home.name)]).not.toContain(home);
      }),
    );
  });
});

describe('a line that says less, or more, or something else', () => {
  const above: Place = { id: 'org_huyen', name: 'UBND huyện Hương Sơn', parentId: null };
  const elsewhere: Place = { id: 'org_a', name: 'UBND huyện Đức Thọ', parentId: null };
  const culture: Place = {
    id: 'org_vhtt',
    name: 'Phòng Văn hóa - Thông tin huyện Hương Sơn',
    parentId: above.id,
  };
  const home: Place = { id: 'org_xa', name: 'UBND xã Sơn Trung', parentId: above.id };
  const { named, offered } = recipientNames([above, elsewhere, culture, home], home);

  test.each<[string, Place[]]>([
    ['UBND huyện', [above, elsewhere]],
    ['UBND Hương Sơn', [above]],
    ['UBND xã Hương Sơn', [above]],
    ['Phòng VHTT huyện', [culture]],
    ['Phòng VH-TT huyện Hương Sơn', [culture]],
    ['Chủ tịch UBND huyện Hương Sơn', [above]],
    ['UBND huyện Hưởng Sơn', [above]],
    ['UBND huyện Hương Sơn (cũ)', [above]],
    ['UBND huyện Hương Sơn (tỉnh khác)', [above]],
  ])('such as “%s” is nobody’s name, and offers who may be meant', (text, near) => {
    expect(named(text)).toBeNull();
    expect(offered(text)).toEqual(near);
  });

  test.each([
    '',
    'Như trên',
    'Các thôn',
    'huyện',
    'UBND tỉnh',
    'Thường trực Đảng ủy, HĐND xã',
    'Chủ tịch, các Phó Chủ tịch UBND xã',
    'UBND cấp trên trực tiếp (để báo cáo)',
  ])('such as “%s” means nobody', (text) => {
    expect(named(text)).toBeNull();
    expect(offered(text)).toEqual([]);
  });
});

describe('the lines of a report', () => {
  const district: Place = { id: 'org_huyen', name: 'UBND huyện Hương Sơn', parentId: null };
  const names = recipientNames([district], HOME);
  const line = fc.record({
    text: fc.constantFrom('Như trên', 'UBND huyện', 'ủy ban nhân dân huyện Hương Sơn'),
    organizationId: fc.constantFrom(null, 'org_other'),
    means: fc.constantFrom('system', 'paper', 'nameOnly'),
  });
  const content = fc
    .tuple(fc.array(line), fc.array(line))
    .map(([addressees, recipients]) => aContent({ addressees, recipients }));

  test('keep their words and what somebody has said of them; those that name one organization go there', () => {
    fc.assert(
      fc.property(content, (before) => {
        const { content: after, linked } = linkedByName(before, names);
        const pairs = [...before.addressees, ...before.recipients].map(
          (each, at) => [each, [...after.addressees, ...after.recipients][at]] as const,
        );
        const changed = pairs.filter(([one, other]) => one !== other);
        for (const [one, other] of changed) {
          expect(one).toMatchObject({ organizationId: null, means: 'nameOnly' });
          expect(other).toEqual({ text: one.text, organizationId: district.id, means: 'system' });
        }
        expect(linked).toEqual(changed.map(([one]) => one.text));
        expect(linkedByName(after, names)).toEqual({ content: after, linked: [] });
      }),
    );
  });
});
