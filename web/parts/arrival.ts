// Where does the keyboard focus go when the button that was pressed is gone? To what stands there because of the press.
import { type RefObject, useEffect, useRef } from 'react';

/** For an element with `tabIndex={-1}`. `isAnswer` is false where it stood there when the screen was opened. */
export const useArrival = (isAnswer: boolean): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever is elsewhere, say in the middle of a remark, is left there.
    if (isAnswer && document.activeElement === document.body) place.current?.focus();
  }, [isAnswer]);
  return place;
};
