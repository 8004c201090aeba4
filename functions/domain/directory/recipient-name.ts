// Which organization of the directory does a printed line name? Its one bearer, or some that it may mean; never a guess.

import type { RecipientLine, ReportContent } from '../content/report-content.ts';
import type { OrganizationId } from '../ids.ts';
import { fold } from '../search/folded-words.ts';

/** As much of an organization as tells who is meant. */
type Named = { id: OrganizationId; name: string; parentId: OrganizationId | null };

/** From where one looks: for a commune, `UBND huyện` is the one above it. */
type Home = Pick<Named, 'id' | 'parentId'>;

/** What printed words say of where a line goes. */
export type RecipientNames<Each> = {
  /** The only organization of this name. */
  named: (text: string) => Each | null;
  /** That one; or those that may be meant, likeliest first: nobody but the drafter knows. */
  offered: (text: string) => Each[];
};

/** More are not offered but looked for. */
export const MOST_OFFERED = 3;

/** What offices write short, folded; none of it is a word by itself. */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ['ubnd', 'uy ban nhan dan'],
  ['hdnd', 'hoi dong nhan dan'],
  ['mttq', 'mat tran to quoc'],
  ['ubmttq', 'uy ban mat tran to quoc'],
  ['ttr', 'thuong truc'],
  ['vp', 'van phong'],
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['x', 'xa'],
  ['h', 'huyen'],
  ['t', 'tinh'],
]);

/** Levels of administration, which a printed name often leaves out, and which reforms change. */
const LEVEL = /(?<!\S)(?:thanh pho|thi xa|thi tran|xa|huyen|tinh|phuong|quan)(?!\S)/gu;

/** Where nothing else is left of a name, it is nobody's. */
const FEWEST_WORDS = 2;

/** `marks`: its tone and hooks, wherever in it they are put, as in `hoà` and `hòa`; null in what was written short. */
type Word = { letters: string; marks: string | null };

const marksOf = (word: string): string =>
  [...word.toLowerCase().normalize('NFD').replace(/ð/gu, 'đ')]
    .filter((letter) => /[\p{M}đ]/u.test(letter))
    .toSorted()
    .join('');

/** What a line says of its purpose: `(để báo cáo)`, `(thay b/c)`. Whatever else is in brackets may tell two of a name apart. */
const PURPOSE =
  /\(\s*(?:để\s[^)]*|(?:thay\s+)?(?:b\/c|p\/h|t\/d|t\/h|báo\s+cáo|phối\s+hợp|theo\s+dõi|thực\s+hiện)\s*)(?:\)|$)/giu;

const withoutPurpose = (line: string): string => line.normalize('NFC').replace(PURPOSE, ' ');

/** The word `và` is no part of a name. */
const wordsIn = (text: string): Word[] =>
  (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word): Word[] => {
    const letters = fold(word);
    const full = IN_FULL.get(letters);
    if (full) return full.split(' ').map((each) => ({ letters: each, marks: null }));
    return letters === 'va' ? [] : [{ letters, marks: marksOf(word) }];
  });

const lettersOf = (words: Word[]): string => words.map(({ letters }) => letters).join(' ');

const hasMarks = (words: Word[]): boolean => words.some(({ marks }) => marks);

/** Of two names with the same letters: nobody who writes accents means `Tân Thạnh` by `Tân Thanh`. */
const isSpelledAs = (one: Word[], other: Word[]): boolean =>
  !hasMarks(one) ||
  !hasMarks(other) ||
  one.every(({ marks }, at) => {
    const others = other[at]?.marks ?? null;
    return marks === null || others === null || marks === others;
  });

const levelsIn = (letters: string): string[] => letters.match(LEVEL) ?? [];

const withoutLevels = (letters: string): string[] =>
  letters.replace(LEVEL, ' ').split(' ').filter(Boolean);

/** Do all these words stand in the name, in this order? `VHTT` stands for `văn hóa thông tin`. */
const isWithin = (said: string[], name: string[]): boolean => {
  const initials = name.map((word) => word.charAt(0)).join('');
  let at = 0;
  for (const word of said) {
    const isShort = () => word.length > 1 && initials.startsWith(word, at);
    while (at < name.length && name[at] !== word && !isShort()) at += 1;
    if (at >= name.length) return false;
    at += name[at] === word ? 1 : word.length;
  }
  return true;
};

/** A name, as it is compared with lines. */
const known = <Each extends Named>(organization: Each) => {
  const words = wordsIn(organization.name);
  const letters = lettersOf(words);
  return { organization, words, letters, levels: levelsIn(letters), core: withoutLevels(letters) };
};
type Known<Each extends Named> = ReturnType<typeof known<Each>>;
type Loose = Pick<Known<Named>, 'levels' | 'core'>;

/** One says more than the other of the same; what both say of its level agrees. */
const isNear = (line: Loose, name: Loose): boolean => {
  if (Math.min(line.core.length, name.core.length) < FEWEST_WORDS) return false;
  if (line.core.join(' ') === name.core.join(' ')) return true;
  return (
    (isWithin(line.core, name.core) && line.levels.every((each) => name.levels.includes(each))) ||
    (isWithin(name.core, line.core) && name.levels.every((each) => line.levels.includes(each)))
  );
};

/**
 * Case, accents that were left out, marks, what a line says of its purpose and what offices write short make no
 * difference. What two organizations are called names neither of them, also where one of them is one's own.
 */
export const recipientNames = <Each extends Named>(
  organizations: readonly Each[],
  home: Home,
): RecipientNames<Each> => {
  const all = organizations.map(known);
  // Nothing is sent to where it comes from; but it bears its name as others do.
  const isElsewhere = ({ organization }: Known<Each>) => organization.id !== home.id;
  const byLetters = Map.groupBy(all, ({ letters }) => letters);
  const kinship = ({ id, parentId }: Named): number => {
    if (id === home.parentId) return 0;
    return parentId === home.id || (parentId !== null && parentId === home.parentId) ? 1 : 2;
  };
  const read = (text: string) => {
    const words = wordsIn(withoutPurpose(text));
    const letters = lettersOf(words);
    const same = letters === '' ? [] : (byLetters.get(letters) ?? []);
    const [bearer, ...others] = same.filter((each) => isSpelledAs(words, each.words));
    const isOne = bearer !== undefined && others.length === 0 && isElsewhere(bearer);
    return { letters, same, named: isOne ? bearer.organization : null };
  };
  return {
    named: (text) => read(text).named,
    offered: (text) => {
      const { letters, same, named } = read(text);
      if (named !== null) return [named];
      const line = { levels: levelsIn(letters), core: withoutLevels(letters) };
      const rank = ({ letters: its, organization, core }: Known<Each>) => [
        its === letters ? 0 : 1,
        kinship(organization),
        Math.abs(core.length - line.core.length),
      ];
      return all
        .filter(isElsewhere)
        .filter((each) => same.includes(each) || isNear(line, each))
        .map((each) => ({ each: each.organization, rank: rank(each) }))
        .toSorted(
          (one, other) =>
            one.rank.map((part, at) => part - (other.rank[at] ?? 0)).find((part) => part !== 0) ??
            (one.each.id < other.each.id ? -1 : 1),
        )
        .slice(0, MOST_OFFERED)
        .map(({ each }) => each);
    },
  };
};

/** May a name decide where this line goes? Not where somebody has said so. */
export const isOnlyNamed = ({ organizationId, means }: RecipientLine): boolean =>
  organizationId === null && means === 'nameOnly';

/** The lines that name one organization go there by the system; their words stay. `linked` tells which lines. */
export const linkedByName = (
  content: ReportContent,
  { named }: Pick<RecipientNames<Named>, 'named'>,
): { content: ReportContent; linked: string[] } => {
  const linked: string[] = [];
  const link = (line: RecipientLine): RecipientLine => {
    const bearer = isOnlyNamed(line) ? named(line.text) : null;
    if (bearer === null) return line;
    linked.push(line.text);
    return { ...line, organizationId: bearer.id, means: 'system' };
  };
  const addressees = content.addressees.map(link);
  return { content: { ...content, addressees, recipients: content.recipients.map(link) }, linked };
};
