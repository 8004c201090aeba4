// What is different between two versions of a document? Passage by passage in the order of the paper, down to the word.
import { align, gapsBetween } from './align.ts';
import { type Block, plainText } from './block.ts';
import { keyOf, lookOf } from './block-key.ts';
import { type Bag, bagOf, compareWords, likenessOf, type Stretch } from './compare-words.ts';
import { DOCUMENT_TYPES } from './document-type.ts';
import type { Path } from './finding.ts';
import type { RecipientLine, ReportContent } from './report-content.ts';
import type { Urgency } from './urgency.ts';

export type Part = keyof ReportContent;

/** One line of the comparison: a passage in both versions, or in one. */
export type ComparedLine = {
  part: Part;
  stretches: Stretch[];
  /** The words are the same, their look or how they are sent is not. */
  isRestyled: boolean;
};

/** How the reader calls what a document says without words. */
export type Names = {
  urgency: (urgency: Urgency) => string;
  circulation: (circulation: NonNullable<ReportContent['circulation']>) => string;
};

/** `key` tells more than the words: passages are the same when it is. `path` is the way to it within its part. */
type Passage = { text: string; key: string; path: Path };

const passage = (text: string, look: unknown = null, path: Path = []): Passage[] =>
  text === '' ? [] : [{ text, key: keyOf([text, look]), path }];

/** Those of each in a list, whose place is the first step to them. */
const ofEach = <Each>(list: readonly Each[], of: (each: Each) => Passage[]): Passage[] =>
  list.flatMap((each, at) => of(each).map((one) => ({ ...one, path: [at, ...one.path] })));

/** A table is read row by row; its shape belongs to each row, and how far a cell reaches to the row that it begins in. */
const ofBlock = (block: Block): Passage[] => {
  if (block.kind !== 'table') {
    const { runs, ...shape } = block;
    return passage(plainText(runs), [shape, lookOf(runs)]);
  }
  const { rows, cells = [], ...shape } = block;
  const looks = Map.groupBy(cells, ({ row }) => row);
  return rows.flatMap((words, at) => {
    const reach = looks.get(at)?.map(({ row: _, ...look }) => look);
    const look = [shape, words.map(lookOf), ...(reach ? [reach] : [])];
    return passage(words.map(plainText).join(' | '), look, ['rows', at]);
  });
};

const ofRecipient = ({ text, means, organizationId }: RecipientLine): Passage[] =>
  passage(text, [means, organizationId]);

/** In the order of the paper. */
const passagesOf = (content: ReportContent, names: Names): [part: Part, passages: Passage[]][] => {
  const { urgency, circulation, signature, drafterMark } = content;
  return [
    ['superiorLine', passage(content.superiorLine ?? '')],
    ['agencyLines', ofEach(content.agencyLines, (text) => passage(text))],
    ['symbol', passage(content.symbol)],
    ['place', passage(content.place)],
    ['urgency', passage(urgency ? names.urgency(urgency) : '')],
    ['circulation', passage(circulation ? names.circulation(circulation) : '')],
    ['type', passage(DOCUMENT_TYPES[content.type].name)],
    ['subject', passage(content.subject)],
    ['addressees', ofEach(content.addressees, ofRecipient)],
    ['blocks', ofEach(content.blocks, ofBlock)],
    ['recipients', ofEach(content.recipients, ofRecipient)],
    ['archive', passage(content.archive)],
    [
      'signature',
      [
        ...passage(signature.authority ?? '', null, ['authority']),
        ...signature.titles.flatMap((text, at) => passage(text, null, ['titles', at])),
        ...passage(signature.name, null, ['name']),
      ],
    ],
    ['drafterMark', passage(drafterMark ? `${drafterMark.initials}.(${drafterMark.copies})` : '')],
    ['contactLine', passage(content.contactLine ?? '')],
    [
      'appendices',
      ofEach(content.appendices, ({ title, blocks }) => [
        ...passage(title, 'title', ['title']),
        ...ofEach(blocks, ofBlock).map((one) => ({ ...one, path: ['blocks', ...one.path] })),
      ]),
    ],
    ['attachments', ofEach(content.attachments, ({ name, sha256 }) => passage(name, sha256))],
  ];
};

/** Each passage that has words, in the order of the paper, and the way to it from the content. */
export const passagesIn = (content: ReportContent, names: Names): { path: Path; text: string }[] =>
  passagesOf(content, names).flatMap(([part, passages]) =>
    passages.map(({ path, text }) => ({ path: [part, ...path], text })),
  );

/** With fewer words in common than this, one passage went and another came. */
const ALIKE = 0.5;
/** A rewritten passage is looked for among so many that came: more stand in one place only when all was rewritten. */
const NEAR = 30;

type Pair = { before: Passage | null; after: Passage | null };

/** Which of the passages that came is which of those that went, rewritten? In order; the rest stands alone. */
const paired = (gone: readonly Passage[], come: readonly Passage[]): Pair[] => {
  const bags: Bag[] = come.map(({ text }) => bagOf(text));
  const pairs: Pair[] = [];
  let next = 0;
  for (const before of gone) {
    const bag = bagOf(before.text);
    const likenesses = bags.slice(next, next + NEAR).map((other) => likenessOf(bag, other));
    const best = Math.max(0, ...likenesses);
    if (best < ALIKE) {
      pairs.push({ before, after: null });
      continue;
    }
    const at = next + likenesses.indexOf(best);
    for (const after of come.slice(next, at)) pairs.push({ before: null, after });
    pairs.push({ before, after: come[at] ?? null });
    next = at + 1;
  }
  return [...pairs, ...come.slice(next).map((after): Pair => ({ before: null, after }))];
};

const lineOf = (part: Part, { before, after }: Pair): ComparedLine => ({
  part,
  stretches: compareWords(before?.text ?? '', after?.text ?? ''),
  isRestyled: before !== null && before.text === after?.text && before.key !== after.key,
});

const keysOf = (passages: readonly Passage[]) => passages.map(({ key }) => key);

const linesOf = (
  part: Part,
  before: readonly Passage[],
  after: readonly Passage[],
): ComparedLine[] =>
  gapsBetween(before, after, align(keysOf(before), keysOf(after))).flatMap(
    ({ gone, come, match }) => [
      ...paired(gone, come).map((pair) => lineOf(part, pair)),
      ...(match
        ? [{ part, stretches: [{ text: match[1].text, in: 'both' as const }], isRestyled: false }]
        : []),
    ],
  );

/** Every passage of both, in order: what is read of `both` and `before` is the earlier version, of `both` and `after` the later. */
export const compareContents = (
  before: ReportContent,
  after: ReportContent,
  names: Names,
): ComparedLine[] => {
  const later = new Map(passagesOf(after, names));
  return passagesOf(before, names).flatMap(([part, passages]) =>
    linesOf(part, passages, later.get(part) ?? []),
  );
};

/** Does this line say the same in both? */
export const isSame = ({ stretches, isRestyled }: ComparedLine): boolean =>
  !isRestyled && stretches.every(({ in: where }) => where === 'both');
