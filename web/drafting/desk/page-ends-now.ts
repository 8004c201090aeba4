// Which pages do the words on the desk come to? Known whenever they have been printed as they stand there.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type RuleName, sourceOf } from '../../../functions/domain/content/clause.ts';
import type { Finding } from '../../../functions/domain/content/finding.ts';
import type { Printed } from '../../parts/files/printed-lines.ts';
import { words } from '../../words/words.ts';
import type { Saved } from '../keeping/sitting.ts';
import type { PageMark } from '../paper/page-marks.ts';
import { type PageEnds, pageEndsIn } from './page-ends.ts';

const said = words.desk;

const RULE = 'foot-alone' satisfies RuleName;

/** It is told as the check tells what it finds. */
const footAlone = (page: number): Finding => ({
  rule: RULE,
  severity: 'warning',
  source: sourceOf(RULE),
  path: ['signature', 'name'],
  vi: said.footAlone(page),
  en: said.footAlone(page),
  fix: null,
});

const NOTHING: PageMark[] = [];

/**
 * `isPresent`: what is saved lies on the desk just so. Pages are looked for in the very words that they are printed of: those of
 * another revision, and of words that are being changed, wait for their successor. Until it comes, the ends before move with
 * the words, and are `isPast`.
 */
export const usePageEnds = ({ content, revision }: Saved, isPresent: boolean) => {
  const [known, setKnown] = useState<{ ends: PageEnds; of: number } | null>(null);
  const now = useRef({ content, revision, isPresent });
  useEffect(() => {
    now.current = { content, revision, isPresent };
  }, [content, revision, isPresent]);
  const hear = useCallback((printed: Printed[][], of: number | null) => {
    const { content: said, revision: saved, isPresent: isIt } = now.current;
    if (!isIt || of !== saved) return;
    setKnown({ ends: pageEndsIn(said.blocks, said.signature.name, printed), of });
  }, []);
  const ends = known?.ends ?? null;
  const isPast = known !== null && !(isPresent && known.of === revision);
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
  return { ends, isPast, marks, finding, hear };
};
