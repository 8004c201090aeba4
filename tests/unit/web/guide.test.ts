// Does the guide say what is on the screens, with a picture of each step, and does every finding have its clause?
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../functions/document/check/check-report.ts';
import { clauseOf, SOURCE_OF } from '../../../functions/domain/content/clause.ts';
import { ROLES } from '../../../functions/domain/directory/organization.ts';
import {
  ALL,
  addressOf,
  CHAPTERS,
  chapterAt,
  chapterFor,
  pictureOf,
} from '../../../web/guide/chapters.ts';
import { clauses as enClauses } from '../../../web/words/en/clauses.ts';
import { guide as enGuide } from '../../../web/words/en/guide.ts';
import * as en from '../../../web/words/en.ts';
import { clauses as viClauses } from '../../../web/words/vi/clauses.ts';
import { guide as viGuide } from '../../../web/words/vi/guide.ts';
import * as vi from '../../../web/words/vi.ts';
import { LARGEST_PICTURE, PICTURES_LIE_IN } from '../../support/guide-pictures.ts';

type Catalogue = { [key: string]: unknown };
const textsOf = (catalogue: unknown): string[] => {
  if (typeof catalogue === 'string') return [catalogue];
  return typeof catalogue === 'object' && catalogue !== null
    ? Object.values(catalogue as Catalogue).flatMap(textsOf)
    : [];
};
const ONLY_VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỷỹỵ]/iu;

describe('the guide', () => {
  test('has a page for every role, of three to six steps', () => {
    for (const role of ROLES) expect(CHAPTERS[chapterFor([role])].roles).toContain(role);
    for (const chapter of ALL) {
      expect(CHAPTERS[chapter].steps.length, chapter).toBeGreaterThanOrEqual(3);
      expect(CHAPTERS[chapter].steps.length, chapter).toBeLessThanOrEqual(6);
      expect(chapterAt(addressOf(chapter).split('/').at(-1) ?? '')).toBe(chapter);
    }
  });

  test('has a picture of each step and no other, each small enough to stay in the repository', () => {
    const wanted = ALL.flatMap((chapter) =>
      CHAPTERS[chapter].steps.map((step) => pictureOf(chapter, step)),
    );

    expect(readdirSync(PICTURES_LIE_IN).toSorted(), 'npm run pictures').toEqual(wanted.toSorted());
    for (const picture of wanted)
      expect(statSync(join(PICTURES_LIE_IN, picture)).size, picture).toBeLessThan(LARGEST_PICTURE);
  });

  test.each([
    ['Vietnamese', viGuide, vi],
    ['English', enGuide, en],
  ])('calls presses and screens in %s by their very names', (_, guide, words) => {
    const said = new Set(textsOf(words));
    const named = textsOf(guide).flatMap((text) =>
      [...text.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => name),
    );

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !said.has(name))).toEqual([]);
  });

  test('is told in both languages, none of it blank, and in English to who reads English', () => {
    const shapeOf = (guide: typeof viGuide) =>
      ALL.map((chapter) => [chapter, Object.keys(guide[chapter].steps).toSorted()]);

    expect(shapeOf(enGuide)).toEqual(shapeOf(viGuide));
    for (const text of [...textsOf(viGuide), ...textsOf(enGuide)]) expect(text).toMatch(/\S/u);
    expect(textsOf(enGuide).filter((text) => ONLY_VIETNAMESE.test(text))).toEqual([]);
  });
});

describe('why something is a finding', () => {
  test('is told of every rule of the check, in plain words of both languages', () => {
    for (const { id } of RULES) {
      const clause = clauseOf(id);

      expect(clause, id).not.toBeNull();
      if (clause === null) continue;
      expect(SOURCE_OF[clause], id).toMatch(/^(Article|Annex|house)/u);
      expect(viClauses[clause], id).toMatch(/[.]$/u);
      expect(enClauses[clause], id).toMatch(/[.]$/u);
    }
  });

  test('tells of no clause that no rule is about', () => {
    // One is found where the pages are, at the desk.
    const asked = new Set([...RULES.map(({ id }) => clauseOf(id)), clauseOf('foot-alone')]);

    expect(Object.keys(SOURCE_OF).filter((clause) => !asked.has(clause as never))).toEqual([]);
  });

  test('is not known of a rule that is kept with an old version and checked no more', () => {
    expect(clauseOf('once-a-rule')).toBeNull();
    expect(clauseOf('toString')).toBeNull();
    expect(clauseOf('refused')).toBeNull();
  });
});
