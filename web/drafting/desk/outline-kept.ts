// Does the outline stand open? As this person left it in this browser; before that, where there is room beside the paper.
import { useCallback, useState } from 'react';

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
  return { isOpen, open, leave };
};
