// What is there to say about the words on the desk? What the decree's check finds in what is saved, and what could not be saved.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { applyFix, type Finding } from '../../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { checkReport } from '../../api/drafting.ts';
import type { WordedProblem } from '../../parts/trouble/field-problems.ts';
import type { Saved } from '../keeping/sitting.ts';
import type { Remark } from '../paper/remarks.ts';
import { untold } from './places-amiss.ts';

/** A place that could not be saved or submitted, told as a finding: it needs the same look and the same way there. */
const asFinding = ({ path, words }: WordedProblem): Finding => ({
  rule: 'refused',
  severity: 'error',
  source: 'house',
  path,
  vi: words,
  en: words,
  fix: null,
});

const remarksOf = (findings: Finding[]): Remark[] =>
  findings.flatMap(({ severity, path: [part, at] }) =>
    part === 'blocks' && typeof at === 'number' ? [{ severity, at }] : [],
  );

const NOTHING: Finding[] = [];

/** Only what is selected is compared with the answer before: what is found again stays the same object, and its line as it is. */
const asIs = <Answer>(answer: Answer): Answer => answer;

/** `isSaved`: as far as they fit. `isPresent`: the findings are about the very words on the desk, so their places and fixes hold. */
export const useFindings = (
  reportId: string,
  { revision }: Saved,
  isSaved: boolean,
  problems: WordedProblem[],
) => {
  const asked = useQuery({
    ...checkReport(reportId, revision),
    placeholderData: keepPreviousData,
    select: asIs,
  });
  const found = asked.data?.findings ?? NOTHING;
  const findings = useMemo(
    () => (problems.length > 0 ? [...untold(problems, found).map(asFinding), ...found] : found),
    [found, problems],
  );
  const remarks = useMemo(() => remarksOf(findings), [findings]);
  const isPresent = isSaved && asked.data?.revision === revision;
  return { findings, remarks, isPresent };
};

/** What tells a finding from others, also from one check to the next. */
export const nameOf = ({ rule, path, vi }: Finding): string => `${rule} ${path.join('.')} ${vi}`;

/**
 * What a press beside a finding does. The check is behind the keys: a press waits until it speaks of the very words on
 * the desk, one after another; what is not found any more needs no fix.
 */
export const useFixes = (
  findings: Finding[],
  isPresent: boolean,
  lay: (next: (before: ReportContent) => ReportContent) => void,
) => {
  const [pressed, setPressed] = useState<Finding[]>([]);
  const [first] = pressed;
  useEffect(() => {
    if (!first || !isPresent) return;
    setPressed(([_, ...rest]) => rest);
    const fix = findings.find((each) => nameOf(each) === nameOf(first))?.fix;
    if (fix) lay((before) => applyFix(before, fix));
  }, [first, isPresent, findings, lay]);
  return useCallback((finding: Finding) => setPressed((before) => [...before, finding]), []);
};
