// Is what is on the desk safe? Saved as soon as the keys rest (debounced), kept in the browser until then, never over another's work.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReportView } from '../../../functions/contracts/views.ts';
import { fitted } from '../../../functions/domain/content/fit.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { listWordsSetAside, readReport, saveReport, setWordsAside } from '../../api/drafting.ts';
import { isPassing, ProblemError, type TroubleCode } from '../../api/problem.ts';
import { type KeptDesk, keepWords } from './kept-draft.ts';
import {
  answered,
  begin,
  isContested,
  isSafe,
  isSaved,
  isThereAlready,
  overtaken,
  refused,
  type Sent,
  type Sitting,
  send,
  toKeep,
  tookTheirs,
  toPutOver,
  toSave,
  withoutBody,
} from './sitting.ts';

/** A pause in typing; shorter would save within words. */
const PAUSE_MS = 300;
/** Longer than between two letters of who types fast: so soon the printed page follows, */
const SOON_MS = 130;
/** where nothing was saved for so long: whoever types slowly saves no more than every other second. */
const UNSAVED_MS = 2_000;
/** When the network or the API is away: often enough to be saved soon after it is back. */
const RETRY_MS = 5_000;

const isCode = (problem: unknown, code: TroubleCode): boolean =>
  problem instanceof ProblemError && problem.code === code;

export type Safety = 'saved' | 'partlySaved' | 'saving' | 'notSaved';

/**
 * Saves `content` whenever it rests, as far as it fits. A save without an answer may have been done, so it is sent again
 * as it was, and what was written since follows it: the API knows its own words and takes them for no conflict.
 * `conflict` is what somebody else, or another desk, has saved meanwhile; nothing is written until a person has chosen
 * and the API has both. `desks`: the one that is sat at, and those to sit down at when all of its words are safe. Nothing
 * is saved or kept while the desk `isPaused`, because somebody is asked whether it is to be thrown away.
 */
export const useAutosave = (
  report: ReportView,
  personId: string,
  desks: KeptDesk[],
  start: Sitting,
  content: ReportContent,
  lay: (content: ReportContent) => void,
  isPaused: boolean,
) => {
  const queries = useQueryClient();
  const [place, setPlace] = useState(0);
  const [sitting, setSitting] = useState(start);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<{ of: ReportContent; error: unknown } | null>(null);
  const error = failure?.of === content ? failure.error : null;
  /** Whatever is written afterwards, there is no report to save it to. */
  const wasDiscarded = isCode(failure?.error, 'report_not_found');
  const contested = isContested(sitting);
  const desk = desks[place]?.desk ?? '';
  const next = desks[place + 1];
  /** What lies on the desk when an answer comes. */
  const present = useRef(content);
  useEffect(() => {
    present.current = content;
  }, [content]);

  const lastSent = useRef(Number.NEGATIVE_INFINITY);
  const lookAside = () =>
    void queries.invalidateQueries({ queryKey: listWordsSetAside(report.id).queryKey });
  const readStored = () => queries.fetchQuery({ ...readReport(report.id), staleTime: 0 });

  /**
   * `then` changes the desk in the same step, so that no moment has the one without the other; such a save is not sent
   * again by itself.
   */
  const put = async (saving: Sent, then?: () => void) => {
    setSaving(true);
    lastSent.current = performance.now();
    setSitting((now) => send(now, saving));
    try {
      const as = await saveReport(report.id, saving.revision, {
        content: saving.content,
        setsAside: saving.setsAside,
      });
      setSitting((now) => answered(now, saving, as));
      setFailure(null);
      then?.();
      queries.setQueryData(
        readReport(report.id).queryKey,
        (known) =>
          known && { ...known, ...as, content: saving.content, subject: saving.content.subject },
      );
      if (saving.setsAside) lookAside();
    } catch (problem) {
      const rest = isCode(problem, 'content_too_large') ? withoutBody(saving, sitting.saved) : null;
      if (rest) await put(rest, then);
      else await hear(problem, then === undefined);
    } finally {
      setSaving(false);
    }
  };

  const hear = async (problem: unknown, isRepeated: boolean) => {
    if (!isCode(problem, 'revision_conflict')) {
      if (!isPassing(problem) || !isRepeated) setSitting(refused);
      setFailure({ of: content, error: problem });
      return;
    }
    try {
      const stored = await readStored();
      setSitting((now) => overtaken(now, stored));
    } catch (unread) {
      setFailure({ of: content, error: unread });
    }
  };

  const save = useEffectEvent(async () => {
    const saving = toSave(sitting, content);
    if (saving === null) return;
    const isNews = sitting.sent !== null || !isThereAlready(sitting, saving);
    if (isNews) await put(saving);
    else setSitting((now) => answered(now, saving, now.saved));
  });

  const isDue = !contested && (sitting.sent !== null || !isSaved(sitting, content));
  const isStopped = isPaused || wasDiscarded || isSaving || (error !== null && !isPassing(error));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new content starts its own pause.
  useEffect(() => {
    if (!isDue || isStopped) return;
    const pause = performance.now() - lastSent.current > UNSAVED_MS ? SOON_MS : PAUSE_MS;
    const timer = setTimeout(() => void save(), error === null ? pause : RETRY_MS);
    return () => clearTimeout(timer);
  }, [content, isDue, isStopped, error]);

  useEffect(() => {
    if (!isPaused) keepWords({ personId, reportId: report.id, desk }, toKeep(sitting, content));
  }, [personId, report.id, desk, content, sitting, isPaused]);

  const isAllSafe = isSafe(sitting, content) && !contested && sitting.sent === null;
  useEffect(() => {
    if (!isAllSafe || next === undefined) return;
    const { content: words, sitting: other } = begin(sitting.saved, next.kept);
    lay(words);
    setSitting(other);
    setPlace((now) => now + 1);
  }, [isAllSafe, next, sitting, lay]);

  const safety: Safety = isSaving
    ? 'saving'
    : !isSaved(sitting, content)
      ? 'notSaved'
      : sitting.misfits.length > 0
        ? 'partlySaved'
        : 'saved';
  return {
    safety,
    isSaving,
    error,
    /** The desk whose words have nowhere to go; null where the report is there. */
    gone: wasDiscarded ? { personId, reportId: report.id, desk } : null,
    conflict: contested ? sitting.saved : null,
    /** What the API has. */
    saved: sitting.saved,
    /** Does it have the very words on the desk, as far as they fit? */
    isPresent: isSaved(sitting, content),
    /** Where they did not, when they were saved last. */
    misfits: sitting.misfits,
    keepMine: () => put(toPutOver(sitting, content)),
    takeTheirs: async () => {
      setSaving(true);
      try {
        const stored = await readStored();
        if (stored.revision !== sitting.saved.revision) {
          setSitting((now) => overtaken(now, stored));
          return;
        }
        const mine = fitted(content, stored.content).content;
        await setWordsAside(report.id, { content: mine });
        lookAside();
        // Whoever wrote on meanwhile has not chosen for these words.
        if (present.current !== content) return;
        lay(sitting.saved.content);
        setSitting(tookTheirs);
        setFailure(null);
      } catch (problem) {
        setFailure({ of: content, error: problem });
      } finally {
        setSaving(false);
      }
    },
    /** Puts words on the desk in the place of those that are saved, which are set aside. Only when all is safe. */
    putBack: (words: ReportContent) => put(toPutOver(sitting, words), () => lay(words)),
  };
};
