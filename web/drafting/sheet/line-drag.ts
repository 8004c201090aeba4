// How is a line dragged to another place? Its handle follows pointer or finger, and shows between which lines it would lie.
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';

/** `to` is the line before which it would lie; as many as there are means behind the last. */
export type Dragged = { from: number; to: number };

const linesIn = (list: RefObject<HTMLElement | null>): HTMLElement[] =>
  Array.from(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? []);

/** The first line whose middle lies below. */
const placeAt = (lines: HTMLElement[], y: number): number => {
  const at = lines.findIndex((line) => {
    const { top, height } = line.getBoundingClientRect();
    return y < top + height / 2;
  });
  return at === -1 ? lines.length : at;
};

export const useDrag = (
  list: RefObject<HTMLElement | null>,
  move: (from: number, to: number) => void,
) => {
  const [dragged, drag] = useState<Dragged | null>(null);
  const handle = (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag({ from, to: from });
    },
    onPointerMove: ({ clientY }: PointerEvent<HTMLElement>) => {
      if (dragged?.from !== from) return;
      const lines = linesIn(list);
      const to = placeAt(lines, clientY);
      if (to === dragged.to) return;
      drag({ from, to });
      lines[Math.min(to, lines.length - 1)]?.scrollIntoView({ block: 'nearest' });
    },
    onPointerUp: () => {
      if (dragged?.from !== from) return;
      drag(null);
      // Without the line itself, those behind it stand one place further up.
      const to = dragged.to > from ? dragged.to - 1 : dragged.to;
      if (to !== from) move(from, to);
    },
    onPointerCancel: () => drag(null),
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === 'Escape') drag(null);
    },
  });
  return { dragged, handle };
};
