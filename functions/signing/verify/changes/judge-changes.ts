// What changed after a signature, and may it have changed? Each revision is compared with the next, once for all.
import { SEAL_FIELD } from '../../our-fields.ts';
import { endOf, readByteRange } from '../byte-range.ts';
import { TooMuchWork } from '../effort.ts';
import type { FoundSignature } from '../find-signatures.ts';
import { cannotJudge, invalid, type Judgement, VALID } from '../judgement.ts';
import { Malformed } from '../pdf/object.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { allowanceInOurs, allowanceOf, type FileChange, type Permission } from './change.ts';
import { compareRevisions } from './compare-revisions.ts';
import { type Terms, termsOf } from './permission.ts';

export type ChangesJudgement = Judgement<
  'change_not_allowed' | 'revision_incomplete' | 'bytes_appended',
  'change_doubtful' | 'changes_too_complex'
>;

export type JudgedChanges = {
  judgement: ChangesJudgement;
  /** All that came after it. */
  changes: FileChange[];
  /** What it says itself about what may follow. */
  certifies: boolean;
  permission: Permission | undefined;
};

const NO_TERMS: Terms = { certifies: false, permission: undefined, locks: () => false };

/** What lies between two revisions; a word instead where that cannot be said. */
type Step = FileChange[] | 'revision_incomplete' | 'bytes_appended' | 'changes_too_complex';

/**
 * Of a file whose last revision is `file`, and to which, where it is `spoilt`, something was added that cannot be read.
 * In the order of `signatures`, which is that of their revisions; those whose byte range is wrong are passed over with
 * nothing to say.
 */
export const judgeChanges = (
  { file, spoilt }: { file: PdfFile; spoilt: boolean },
  signatures: readonly FoundSignature[],
  ours: boolean,
): JudgedChanges[] => {
  const ends = signatures.map((signature) => {
    const range = readByteRange(file.bytes, signature);
    return range.exact ? endOf(range.byteRange) : undefined;
  });
  const revisions = new Map<number, PdfFile | undefined>();
  const revisionAt = (end: number): PdfFile | undefined => {
    if (end === file.bytes.length) return file;
    if (!revisions.has(end)) revisions.set(end, openRevision(file, end));
    return revisions.get(end);
  };
  const marks = [...new Set([...ends.filter((end) => end !== undefined), file.bytes.length])].sort(
    (one, other) => one - other,
  );
  const steps = new Map<number, Step>();
  for (const [at, end] of marks.entries()) {
    const next = marks[at + 1];
    if (next === undefined || (!ours && isEndOfLine(file.bytes, end))) continue;
    steps.set(end, stepBetween(revisionAt(end), revisionAt(next)));
  }
  if (spoilt) steps.set(file.bytes.length, 'revision_incomplete');
  let inherited: Terms[] = [];
  return signatures.map((signature, at) => {
    const end = ends[at];
    const revision = end === undefined ? undefined : revisionAt(end);
    const terms = revision === undefined ? NO_TERMS : readTerms(revision, signature);
    inherited = [...inherited, terms];
    const after = [...steps].filter(([from]) => end !== undefined && from >= end);
    // All that came after it is looked at for each signature.
    for (const [, step] of after)
      file.effort.spend(1 + (typeof step === 'string' ? 0 : step.length));
    return {
      ...judgeSteps(
        after.map(([, step]) => step),
        inherited,
        ours,
      ),
      certifies: terms.certifies,
      permission: terms.permission,
    };
  });
};

const openRevision = (file: PdfFile, end: number): PdfFile | undefined => {
  try {
    return file.at(end);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
};

const readTerms = (revision: PdfFile, signature: FoundSignature): Terms => {
  try {
    return termsOf(revision, signature);
  } catch (error) {
    if (error instanceof Malformed || error instanceof TooMuchWork) return NO_TERMS;
    throw error;
  }
};

const stepBetween = (earlier: PdfFile | undefined, later: PdfFile | undefined): Step => {
  if (earlier === undefined || later === undefined) return 'revision_incomplete';
  const { end } = later.crossReference;
  // Bytes that no reader takes for an update, or that follow the last one.
  const [newest, newestBefore] = [later, earlier].map(({ crossReference }) => {
    const [section] = crossReference.sections;
    return section;
  });
  if (newest === newestBefore) return 'bytes_appended';
  if (!isEndOfFile(later, end)) return 'bytes_appended';
  try {
    return compareRevisions(earlier, later);
  } catch (error) {
    if (error instanceof TooMuchWork) return 'changes_too_complex';
    if (error instanceof Malformed) return 'revision_incomplete';
    throw error;
  }
};

/** Some makers sign all but the end of the last line. */
const isEndOfLine = (bytes: Uint8Array, place: number): boolean =>
  bytes.length - place <= 2 &&
  /^\r?\n?$/.test(Buffer.from(bytes.subarray(place)).toString('latin1'));

/** Nothing but its mark and a line's end may follow a file's last offset (ISO 32000-1, 7.5.5). */
const isEndOfFile = ({ bytes, end }: PdfFile, place: number): boolean => {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + place, Math.min(end - place, 64));
  return /^\s*%%EOF\s*$/.test(rest.toString('latin1')) && end - place <= 64;
};

const judgeSteps = (
  steps: Step[],
  terms: Terms[],
  ours: boolean,
): Pick<JudgedChanges, 'judgement' | 'changes'> => {
  const changes = steps.flatMap((step) => (typeof step === 'string' ? [] : step));
  const words = steps.flatMap((step) => {
    if (typeof step === 'string') return [step];
    return ours && step.length === 0 ? (['bytes_appended'] as const) : [];
  });
  const hindrance = words.find((word) => word !== 'changes_too_complex');
  if (hindrance !== undefined) return { judgement: invalid(hindrance), changes };
  const permission = terms
    .map((each) => each.permission)
    .filter((each) => each !== undefined)
    .toSorted()[0];
  const allowances = changes.map((change) => {
    if (ours) return allowanceInOurs(change, SEAL_FIELD);
    const isLocked = change.kind === 'formField' && terms.some(({ locks }) => locks(change.where));
    return isLocked ? 'forbidden' : allowanceOf(change, permission);
  });
  if (allowances.includes('forbidden'))
    return { judgement: invalid('change_not_allowed'), changes };
  if (words.length > 0) return { judgement: cannotJudge('changes_too_complex'), changes };
  if (allowances.includes('doubtful'))
    return { judgement: cannotJudge('change_doubtful'), changes };
  return { judgement: VALID, changes };
};
