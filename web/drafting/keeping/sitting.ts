// What is known of the words on a desk: on which revision were they written, what has the API, and may they be saved?
import type { ReportView } from '../../../functions/contracts/views.ts';
import { fitted } from '../../../functions/domain/content/fit.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { FieldProblem } from '../../../functions/domain/field-problem.ts';

export type Saved = Pick<ReportView, 'content' | 'revision' | 'updatedAt'>;

/** A save that has no answer yet: it may have been done. `of` is what lay on the desk, `content` as much of it as fits. */
export type Sent = {
  of: ReportContent;
  content: ReportContent;
  misfits: FieldProblem[];
  revision: number;
  /** Somebody has chosen it over what stands there. */
  setsAside: boolean;
};

export type Sitting = {
  /** The revision that the words on the desk go on from. */
  basis: number;
  /** What the API has, as far as is known. When that is not what the words go on from, a person has to choose. */
  saved: Saved;
  /** The words on the desk that are saved, as far as they fit; null when those that lie there are not. */
  safe: ReportContent | null;
  /** Where they do not fit. */
  misfits: FieldProblem[];
  sent: Sent | null;
};

/** What the browser keeps until the API has it all; `sent` is what was to be saved over `basis`, and may have been. */
export type KeptWords = { content: ReportContent; basis: number; sent: ReportContent | null };

const isSame = (one: ReportContent, other: ReportContent): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * A desk begins with the kept words, on the revision that they were written on, or on the one that they were saved as
 * when the answer did not come. Nothing but these two says that they may be saved.
 */
export const begin = (
  report: Saved,
  kept: KeptWords | null,
): { content: ReportContent; sitting: Sitting } => {
  const fresh: Sitting = {
    basis: report.revision,
    saved: report,
    safe: report.content,
    misfits: [],
    sent: null,
  };
  if (kept === null) return { content: report.content, sitting: fresh };
  const { content, misfits } = fitted(kept.content, report.content);
  if (isSame(content, report.content)) {
    const whole = misfits.length === 0;
    const words = whole ? report.content : kept.content;
    return { content: words, sitting: { ...fresh, safe: words, misfits } };
  }
  const isOwn = kept.sent !== null && isSame(kept.sent, report.content);
  const basis = isOwn ? report.revision : kept.basis;
  return { content: kept.content, sitting: { ...fresh, basis, safe: null } };
};

/** Has somebody else, or another desk, saved other words meanwhile? Then nothing is saved until a person has chosen. */
export const isContested = ({ basis, saved }: Sitting): boolean => basis !== saved.revision;

/** Are these words saved, whole or as far as they fit? */
export const isSaved = ({ safe }: Sitting, content: ReportContent): boolean => safe === content;

/** Is nothing of them in the browser alone? */
export const isSafe = (sitting: Sitting, content: ReportContent): boolean =>
  isSaved(sitting, content) && sitting.misfits.length === 0;

const sending = (
  { saved }: Sitting,
  of: ReportContent,
  revision: number,
  setsAside: boolean,
): Sent => ({ of, ...fitted(of, saved.content), revision, setsAside });

/** What a save says; null when there is nothing to save, or a person has to choose first. What has no answer goes first, as it was. */
export const toSave = (sitting: Sitting, content: ReportContent): Sent | null => {
  if (isContested(sitting)) return null;
  if (sitting.sent) return sitting.sent;
  return isSaved(sitting, content) ? null : sending(sitting, content, sitting.basis, false);
};

/** What is saved when other words are chosen over those that the API has, which are set aside by it. */
export const toPutOver = (sitting: Sitting, content: ReportContent): Sent =>
  sitting.sent ?? sending(sitting, content, sitting.saved.revision, true);

/** Would saving it change nothing there? */
export const isThereAlready = ({ saved }: Sitting, { content, setsAside }: Sent): boolean =>
  !setsAside && isSame(content, saved.content);

/** What can still be saved of words that are too many for one record: all but the body; null when that is all there was. */
export const withoutBody = (
  saving: Sent,
  { content: { blocks, appendices } }: Saved,
): Sent | null =>
  saving.content.blocks === blocks
    ? null
    : {
        ...saving,
        content: { ...saving.content, blocks, appendices },
        misfits: [
          ...saving.misfits,
          { path: ['blocks'], message: 'is too large to be kept', wrong: { what: 'tooBig' } },
        ],
      };

export const send = (sitting: Sitting, sent: Sent): Sitting => ({ ...sitting, sent });

/** It was saved as this revision. */
export const answered = (
  sitting: Sitting,
  { of, content, misfits }: Sent,
  as: Pick<Saved, 'revision' | 'updatedAt'>,
): Sitting => ({
  ...sitting,
  basis: as.revision,
  saved: { content, revision: as.revision, updatedAt: as.updatedAt },
  safe: of,
  misfits,
  sent: null,
});

/** It was refused: it has changed nothing. */
export const refused = (sitting: Sitting): Sitting => ({ ...sitting, sent: null });

/** Another revision stands there: somebody else's, or what was sent and not answered. */
export const overtaken = (sitting: Sitting, stored: Saved): Sitting => {
  const { sent } = sitting;
  if (sent && isSame(sent.content, stored.content)) return answered(sitting, sent, stored);
  return { ...sitting, saved: stored, safe: null, sent: null };
};

/** The words that the API has are laid on the desk; those that lay there have been set aside. */
export const tookTheirs = (sitting: Sitting): Sitting => ({
  ...sitting,
  basis: sitting.saved.revision,
  safe: sitting.saved.content,
  misfits: [],
  sent: null,
});

/** What the browser has to keep; null when the API has it all. */
export const toKeep = (sitting: Sitting, content: ReportContent): KeptWords | null =>
  isSafe(sitting, content) && !isContested(sitting)
    ? null
    : { content, basis: sitting.basis, sent: sitting.sent?.content ?? null };
