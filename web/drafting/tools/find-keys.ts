// Which keys open the search of the paper? Those of Word; pressed again in it, Ctrl+F is the browser's own.
import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Asked } from './find-bar.tsx';

const FIELDS: Readonly<Record<string, Asked['field']>> = { f: 'wanted', h: 'instead' };

/** Nothing where the paper is out of sight, or a question lies above it. */
export const useFindKeys = (
  paper: RefObject<HTMLElement | null>,
  ask: (asked: Asked) => void,
): void => {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || altKey || shiftKey || event.defaultPrevented) return;
    const field = FIELDS[key.toLowerCase()];
    const isSeen = paper.current?.offsetParent && !document.querySelector('[role=dialog]');
    const isInSearch = target instanceof Element && target.closest('search') !== null;
    if (!field || !isSeen || (isInSearch && field === 'wanted')) return;
    event.preventDefault();
    ask({ field });
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => hear(event);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
};
