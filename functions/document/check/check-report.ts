// Does a document keep the rules of Decree 30/2020, and where not? Errors refuse it, warnings may be accepted knowingly.
import { sourceOf } from '../../domain/content/clause.ts';
import { type Finding, MOST_FINDINGS } from '../../domain/content/finding.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { CAPITALS } from './capitals.ts';
import { CITATIONS } from './citations.ts';
import { COMPULSORY } from './compulsory.ts';
import { DATES_AND_NUMBERS } from './dates-and-numbers.ts';
import { HEADER } from './header.ts';
import { MARKS } from './marks.ts';
import { RECIPIENTS } from './recipients.ts';
import type { Facts, Rule } from './rule.ts';
import { SIGNATURE } from './signature.ts';
import { STRUCTURE } from './structure.ts';

/** Every rule, in the order in which findings are told. */
export const RULES: readonly Rule[] = [
  ...COMPULSORY,
  ...HEADER,
  ...CITATIONS,
  ...CAPITALS,
  ...DATES_AND_NUMBERS,
  ...MARKS,
  ...STRUCTURE,
  ...SIGNATURE,
  ...RECIPIENTS,
];

/** Of one rule: more of the same would bury the others. */
const MOST_OF_ONE = 50;

const cut = (words: string) => (words.length > 480 ? `${words.slice(0, 480)}…` : words);

/** What the rules find, errors first. Pure: the same content and facts, the same findings. */
export const checkReport = (
  content: ReportContent,
  facts: Facts,
  rules: readonly Rule[] = RULES,
): Finding[] =>
  rules
    .flatMap(({ id, severity, look }) =>
      look(content, facts)
        .slice(0, MOST_OF_ONE)
        .map(({ path, vi, en, fix = null }) => ({
          rule: id,
          severity,
          source: sourceOf(id),
          path: [...path],
          vi: cut(vi),
          en: cut(en),
          fix,
        })),
    )
    .toSorted(
      (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
    )
    .slice(0, MOST_FINDINGS);
