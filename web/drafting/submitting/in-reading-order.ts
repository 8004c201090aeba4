// In which order do findings stand beside the paper? As one reads it, from its head to its files.
import type { Finding, Path } from '../../../functions/domain/content/finding.ts';

/** What stands on the desk before the text; whatever is not named here stands behind it, in this order. */
const BEFORE = ['superiorLine', 'agencyLines', 'symbol', 'place', 'type', 'subject', 'addressees'];
const BEHIND = ['recipients', 'archive', 'signature', 'attachments', 'appendices'];

const rankOf = ([part]: Path): number => {
  const before = BEFORE.indexOf(String(part));
  if (before !== -1) return before;
  if (part === 'blocks') return BEFORE.length;
  const behind = BEHIND.indexOf(String(part));
  return BEFORE.length + 1 + (behind === -1 ? BEHIND.length : behind);
};

const placeIn = (path: Path, at: number): number => {
  const step = path[at];
  return typeof step === 'number' ? step : 0;
};

export const inReadingOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    ({ path: one }, { path: other }) =>
      rankOf(one) - rankOf(other) ||
      placeIn(one, 1) - placeIn(other, 1) ||
      placeIn(one, 3) - placeIn(other, 3),
  );
