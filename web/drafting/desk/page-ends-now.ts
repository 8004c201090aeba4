// Which pages do the words on the desk come to? Known whenever they have been printed as they stand there.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { Printed } from '../../parts/files/printed-lines.ts';
import { words } from '../../words/words.ts';
import type { PageMark } from '../paper/page-marks.ts';
import { type PageEnds, pageEndsIn } from './page-ends.ts';

const said = words.desk;

/** It is told as the check tells what it finds. */
const footAlone = (page: number): Finding => ({
  rule: 'foot-alone',
  severity: 'warning',
  source: 'house',
  path: ['signature', 'name'],
  vi: said.footAlone(page),
  en: said.footAlone(page),
  fix: null,
});

const NOTHING: PageMark[] = [];

/** `isPresent`: `content` lies on the desk just so. What is printed of words that are being changed waits for its successor. */
export const usePageEnds = (content: ReportContent, isPresent: boolean) => {
  const [ends, setEnds] = useState<PageEnds | null>(null);
  const now = useRef({ content, isPresent });
  useEffect(() => {
    now.current = { content, isPresent };
  }, [content, isPresent]);
  const hear = useCallback((printed: Printed[][]) => {
    const { content: of, isPresent: isIt } = now.current;
    if (isIt) setEnds(pageEndsIn(of.blocks, of.signature.name, printed));
  }, []);
  const marks = useMemo(
    () =>
      ends?.starts.map(({ page, block, letters }) => ({
        block,
        letters,
        label: said.page(page, ends.pages),
      })) ?? NOTHING,
    [ends],
  );
  const aloneOn = ends?.isFootAlone ? ends.foot : null;
  const finding = useMemo(() => (aloneOn === null ? null : footAlone(aloneOn)), [aloneOn]);
  return { ends, marks, finding, hear };
};
