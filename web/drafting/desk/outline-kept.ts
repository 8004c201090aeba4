// Does the outline stand open? As this person left it in this browser; before that, where there is room beside the paper.
import { useCallback, useEffect, useRef, useState } from 'react';

const KEPT_AS = 'trinh-ky-outline';
/** The menu's pictures, 14 rem of outline, the paper whole and the rail. */
const ROOM = '(min-width: 92em)';
/** There it lies above the paper: opened for one press, which nobody wants to find open the next day. */
const ABOVE = '(max-width: 62em)';

const isOpenAtFirst = (): boolean => {
  if (matchMedia(ABOVE).matches) return false;
  const kept = localStorage.getItem(KEPT_AS);
  return kept === null ? matchMedia(ROOM).matches : kept === 'open';
};

/** `press` is what opens it: where it lies above the paper, Escape closes it and leads back there. */
export const useOutline = () => {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const open = useCallback((isWanted: boolean) => {
    setOpen(isWanted);
    if (!matchMedia(ABOVE).matches) localStorage.setItem(KEPT_AS, isWanted ? 'open' : 'folded');
  }, []);
  /** One has gone where one wanted to. */
  const leave = useCallback(() => {
    if (matchMedia(ABOVE).matches) setOpen(false);
  }, []);
  const press = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = ({ key, defaultPrevented }: KeyboardEvent) => {
      // What lies above it, such as a question, is closed first.
      if (key !== 'Escape' || defaultPrevented || document.querySelector('[role=dialog]')) return;
      if (!matchMedia(ABOVE).matches) return;
      setOpen(false);
      press.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOpen]);
  return { isOpen, open, leave, press };
};
