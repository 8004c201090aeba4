// How do the notes in the margin get to the height of their places? Measured when notes or the paper change, never for a key.
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Finding } from '../../../functions/domain/content/finding.ts';
import { untilCalm } from '../../parts/files/until-calm.ts';
import type { CaretTeller } from '../desk/caret.ts';
import { elementOf } from '../desk/go-there.ts';
import { nameOf } from './found.ts';
import { stacked } from './stacked.ts';

/** In pixels, between two notes. */
const GAP = 8;

const isIn = ({ path: [part, at] }: Finding, block: number): boolean =>
  part === 'blocks' && at === block;

/** `chosen`: the name of the note that somebody has pressed; afterwards, the first on the block where they write. */
export const useBeside = (
  list: RefObject<HTMLOListElement | null>,
  notes: Finding[],
  chosen: string | null,
  caret: CaretTeller,
): void => {
  const looked = useRef<number | null>(null);
  const put = useEffectEvent(() => {
    const ol = list.current;
    if (!ol || ol.getClientRects().length === 0) return;
    const lines = [...ol.children].filter((each) => each instanceof HTMLElement);
    const { top } = ol.getBoundingClientRect();
    let above = 0;
    const wanted = lines.map((line, at) => {
      const place = notes[at] && elementOf(notes[at].path);
      // What has no place on the paper stands where the one before it does.
      if (place) above = place.getBoundingClientRect().top - top;
      return { at: above, height: line.offsetHeight };
    });
    const tops = stacked(wanted, GAP, looked.current);
    for (const [at, line] of lines.entries()) line.style.setProperty('--at', `${tops[at] ?? 0}px`);
    const last = (tops.at(-1) ?? 0) + (wanted.at(-1)?.height ?? 0);
    ol.style.setProperty('--height', `${last}px`);
  });
  const look = useEffectEvent((at: number) => {
    looked.current = at === -1 ? null : at;
    put();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes stand elsewhere.
  useEffect(() => {
    looked.current = null;
    put();
  }, [notes]);
  const lookAt = useEffectEvent((name: string) =>
    look(notes.findIndex((each) => nameOf(each) === name)),
  );
  useEffect(() => {
    if (chosen !== null) lookAt(chosen);
  }, [chosen]);
  const hear = useEffectEvent((block: number) =>
    look(notes.findIndex((each) => isIn(each, block))),
  );
  useEffect(() => {
    let block: number | null = null;
    return caret.hear(() => {
      const now = caret.now()?.block ?? null;
      if (now === null || now === block) return;
      block = now;
      requestAnimationFrame(() => hear(now));
    });
  }, [caret]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes are watched instead.
  useEffect(() => {
    const paper = document.querySelector('[data-paper] article');
    const ol = list.current;
    if (!paper || !ol) return;
    let isComing = false;
    const watch = new ResizeObserver(() => {
      if (isComing) return;
      isComing = true;
      void untilCalm().then(() => {
        isComing = false;
        put();
      });
    });
    watch.observe(paper);
    // It is seen again, or is wider than before; in a note something was unfolded.
    for (const each of [ol, ...ol.children]) watch.observe(each);
    return () => watch.disconnect();
  }, [list, notes]);
};
