// What is shown on the paper itself while one decides? What has changed since last time, and for a moment the place of a warning.
import { Checkbox } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { DecisionView, EarlierVersion } from '../../functions/contracts/views.ts';
import type { KeptFinding } from '../../functions/domain/content/finding.ts';
import { readEarlierVersion } from '../api/approval.ts';
import { changesOnPaper } from '../parts/differences/changes-on-paper.ts';
import { type Difference, differencesBetween } from '../parts/differences/differences.ts';
import type { PaperMark, Spot } from '../parts/files/paper-marks.tsx';
import type { Finder, Pointed } from '../parts/files/pdf-sheets.tsx';
import { words } from '../words/words.ts';
import { findingOnPaper } from './finding-on-paper.ts';

/** `earlier` is what was seen before, null for what comes the first time. */
export type OnThePaper = {
  earlier: UseQueryResult<EarlierVersion | null>;
  differences: Difference[];
  marked: Finder<PaperMark[]> | null;
  pointed: Pointed | null;
  showChange: (number: number) => void;
  showFinding: (finding: KeptFinding) => void;
  /** Switches the marks; null where nothing is to be marked. */
  tools: React.ReactNode;
};

const spotOf = (marks: readonly PaperMark[], number: number): Spot | null => {
  const mark = marks.find((each) => each.number === number);
  return mark ? { boxes: mark.reach, isNear: false } : null;
};

export const useOnThePaper = ({ submission, content }: DecisionView): OnThePaper => {
  const isAgain = submission.version > 1;
  const earlier = useQuery({ ...readEarlierVersion(submission.id), enabled: isAgain });
  const before = earlier.data?.content;
  const differences = useMemo(
    () => (before ? differencesBetween(before, content) : []),
    [before, content],
  );
  const find = useCallback<Finder<PaperMark[]>>(
    (pages, measure) => changesOnPaper(pages, differences, measure),
    [differences],
  );
  const [areMarked, mark] = useState(true);
  const [pointed, point] = useState<Pointed | null>(null);
  const hasMarks = differences.some(({ number }) => number !== null);
  return {
    earlier,
    differences,
    marked: hasMarks && areMarked ? find : null,
    pointed,
    showChange: (number) => point({ find: (...printed) => spotOf(find(...printed), number) }),
    showFinding: (finding) =>
      point({
        find: (pages, measure) => findingOnPaper(pages, content, finding, measure),
      }),
    tools: hasMarks ? (
      <Checkbox
        size="sm"
        label={words.changes.mark}
        checked={areMarked}
        onChange={({ currentTarget }) => mark(currentTarget.checked)}
      />
    ) : null,
  };
};
