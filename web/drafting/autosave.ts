// Is what is on the desk safe? Saved as soon as the keys rest, kept in the browser until then, never over another's work.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReportView } from '../../functions/contracts/views.ts';
import type { ReportContent } from '../../functions/domain/report-content.ts';
import { api, ifMatch, read } from '../api/client.ts';
import { isPassing, ProblemError } from '../api/problem.ts';
import { report as reportQuery } from '../api/queries.ts';
import { keepDraft } from './kept-draft.ts';

/** A pause in typing; shorter would save within words, longer would keep the printed page waiting. */
const PAUSE_MS = 300;
/** When the network or the API is away: often enough to be saved soon after it is back. */
const RETRY_MS = 5_000;

export type Safety = 'saved' | 'saving' | 'notSaved';

export type Saved = Pick<ReportView, 'content' | 'revision' | 'updatedAt'>;

/**
 * Saves `content` whenever it rests. A save without an answer may have been done, so it is sent again as it was, and
 * what was written since follows it: the API knows its own words and takes them for no conflict. `conflict` is what
 * somebody else, or another tab, has saved meanwhile; nothing is written until `keepMine` or `takeTheirs`.
 */
export const useAutosave = (
  report: ReportView,
  content: ReportContent,
  startingConflict: Saved | null,
) => {
  const queries = useQueryClient();
  const [saved, setSaved] = useState<Saved>(report);
  const [isSaving, setSaving] = useState(false);
  /** What has been sent, until there is an answer. */
  const [sent, setSent] = useState<Pick<Saved, 'content' | 'revision'> | null>(null);
  const [failure, setFailure] = useState<{ of: ReportContent; error: unknown } | null>(null);
  const [conflict, setConflict] = useState<Saved | null>(startingConflict);
  const isSafe = sent === null && content === saved.content;
  const error = failure?.of === content ? failure.error : null;

  const save = useEffectEvent(async () => {
    const saving = sent ?? { content, revision: saved.revision };
    setSaving(true);
    setSent(saving);
    try {
      const { revision, updatedAt } = await read(
        api.reports[':reportId'].$put({
          param: { reportId: report.id },
          header: ifMatch(saving.revision),
          json: { content: saving.content },
        }),
      );
      const now = { content: saving.content, revision, updatedAt };
      setSent(null);
      setSaved(now);
      setFailure(null);
      queries.setQueryData(
        reportQuery(report.id).queryKey,
        (known) => known && { ...known, ...now, subject: now.content.subject },
      );
    } catch (problem) {
      if (!isPassing(problem)) setSent(null);
      setFailure({ of: content, error: problem });
      if (problem instanceof ProblemError && problem.code === 'revision_conflict')
        setConflict(await queries.fetchQuery({ ...reportQuery(report.id), staleTime: 0 }));
    } finally {
      setSaving(false);
    }
  });

  const isStopped = isSaving || conflict !== null || (error !== null && !isPassing(error));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new content starts its own pause.
  useEffect(() => {
    if (isSafe || isStopped) return;
    const timer = setTimeout(() => void save(), error === null ? PAUSE_MS : RETRY_MS);
    return () => clearTimeout(timer);
  }, [content, isSafe, isStopped, error]);

  useEffect(() => {
    const kept = { content, revision: saved.revision, sent: sent?.content ?? null };
    keepDraft(report.id, isSafe ? null : kept);
  }, [report.id, content, isSafe, saved.revision, sent]);

  const safety: Safety = isSaving ? 'saving' : isSafe ? 'saved' : 'notSaved';
  return {
    safety,
    error,
    conflict,
    /** What the API has. */
    saved,
    keepMine: () => {
      if (conflict) setSaved(conflict);
      setConflict(null);
      setFailure(null);
    },
    /** The caller puts the returned content on the desk. */
    takeTheirs: () => {
      if (conflict) setSaved(conflict);
      setConflict(null);
      setFailure(null);
      return conflict?.content ?? saved.content;
    },
  };
};
