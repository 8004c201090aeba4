// Which places keep a report from being submitted, and what is wrong there?

import type { Finding, Path } from '../../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { ApprovalRound } from '../../../functions/domain/directory/organization.ts';
import type { FieldProblem } from '../../../functions/domain/field-problem.ts';
import { ProblemError } from '../../api/problem.ts';
import { fieldsOf, type WordedProblem, worded } from '../../parts/trouble/field-problems.ts';
import { language, words } from '../../words/words.ts';
import { placeName } from './place-names.ts';

/** `path`: where in the report it is mended; null where that is elsewhere. */
export type PlaceAmiss = { path: Path | null; said: string };

/** A refusal, and the revision of which it speaks. */
export type RefusedSubmit = { of: number; error: unknown };

const submit = words.submit;

/** By what stands there, where that tells which of several it is. */
const nameIn = (content: ReportContent, path: Path): string => {
  const [part, at] = path;
  const { parts } = words.changes;
  const file = part === 'attachments' ? content.attachments[Number(at)] : undefined;
  if (file) return `${parts.attachments} “${file.name}”`;
  const line =
    part === 'addressees' || part === 'recipients' ? content[part][Number(at)] : undefined;
  return line ? `${parts[part as 'recipients']} “${line.text}”` : placeName(path);
};

/** The same words at the same place are one. */
const once = (places: PlaceAmiss[]): PlaceAmiss[] => [
  ...new Map(places.map((place) => [`${place.path?.join()} ${place.said}`, place])).values(),
];

/** One object for all who have none: what has not changed is not drawn anew. */
const NONE: FieldProblem[] = [];

/** What a refusal is about, place by place: what the check says there, or what the API does. */
export const placesOf = (
  error: unknown,
  content: ReportContent,
  findings: Finding[],
  chain: ApprovalRound[],
  nameOf: (personId: string) => string,
): PlaceAmiss[] => {
  if (!(error instanceof ProblemError)) return [];
  const places = error.fields.flatMap((problem): PlaceAmiss[] => {
    const { path } = problem;
    const [part, at, , who] = path;
    if (part === 'chain') {
      const round = chain[Number(at)];
      const person = round?.people[Number(who)];
      return round && person && error.code === 'chain_person_unknown'
        ? [{ path: null, said: submit.cannotBeAsked(round.kind, nameOf(person)) }]
        : [];
    }
    const found = findings.find((finding) => finding.path.join() === path.join());
    // Of several at one place, the one that refused says itself what it found.
    if (found?.severity === 'error' && problem.wrong?.what !== 'found')
      return [{ path, said: found[language] }];
    return worded([problem], (place) => nameIn(content, place)).map(({ words: said }) => ({
      path,
      said,
    }));
  });
  return once(places);
};

export const errorsIn = (findings: Finding[]): PlaceAmiss[] =>
  once(
    findings.flatMap((finding) =>
      finding.severity === 'error' ? [{ path: finding.path, said: finding[language] }] : [],
    ),
  );

/** What a refusal finds in these very words; who decides on them is told of in the dialog, and stands nowhere in them. */
export const problemsIn = (refused: RefusedSubmit | null, revision: number): FieldProblem[] =>
  refused?.of === revision
    ? fieldsOf(refused.error).filter(({ path: [part] }) => part !== 'chain')
    : NONE;

/** Those of which the check does not tell already, in the same words at the same place. */
export const untold = (problems: WordedProblem[], findings: Finding[]): WordedProblem[] =>
  problems.filter(
    ({ path, words: said }) =>
      !findings.some((each) => each[language] === said && each.path.join() === path.join()),
  );
