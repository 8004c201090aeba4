// How is a page made larger, by two fingers, by a double tap, or by a press? Within the reader: the presses around it stay where the
// thumb finds them, which the browser's own zoom would push out of the screen.
import { type RefObject, useEffect, useRef, useState } from 'react';

/** Letters of 14 points on a sheet as wide as a phone are larger than a heading then. */
const LARGEST = 3;
/** What one tap after another gives: letters as large as those of the screens. */
const LARGER = 2;
/** Fingers seldom come back to where they began: nearer to the whole width than this, it is meant. */
const NEARLY = 1.08;
/** Milliseconds between two taps, and pixels that a finger slips meanwhile. */
const DOUBLE = 300;
const SLIP = 24;

type Point = { x: number; y: number };
/** What lies under the fingers: a sheet, and how far down and across it, as shares. */
type Held = { sheet: Element; across: number; down: number };

const between = ([one, other]: TouchList | Touch[]): { middle: Point; apart: number } | null =>
  one && other
    ? {
        middle: { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 },
        apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
      }
    : null;

const share = (value: number) => Math.min(1, Math.max(0, value));

const sheetsIn = (reader: HTMLElement) => reader.querySelector<HTMLElement>('[data-sheets]');

const holdOf = (reader: HTMLElement, { x, y }: Point): Held | null => {
  const all = [...(sheetsIn(reader)?.children ?? [])];
  const sheet = all.find((each) => each.getBoundingClientRect().bottom >= y) ?? all.at(-1);
  if (!sheet) return null;
  const { left, top, width, height } = sheet.getBoundingClientRect();
  return { sheet, across: share((x - left) / width), down: share((y - top) / height) };
};

/** Larger than the screen, the reader takes the screen (`data-zoomed`) and scrolls both ways; what was held lies where it lay. */
const show = (reader: HTMLElement, zoom: number, held: Held | null, { x, y }: Point): void => {
  reader.style.setProperty('--zoom', String(zoom));
  reader.toggleAttribute('data-zoomed', zoom > 1);
  if (!held) return;
  const way = () => {
    const { left, top, width, height } = held.sheet.getBoundingClientRect();
    return { across: left + held.across * width - x, down: top + held.down * height - y };
  };
  const { across, down } = way();
  sheetsIn(reader)?.scrollBy({ left: across, top: down, behavior: 'instant' });
  // What does not scroll itself lies on a page that does.
  if (zoom === 1) scrollBy({ top: way().down, behavior: 'instant' });
};

const middleOf = (reader: HTMLElement): Point => {
  const { left, top, width, bottom } = reader.getBoundingClientRect();
  const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  return { x: left + width / 2, y: (from + to) / 2 };
};

/** `isLarger`, and what the press beside the paper does. */
export const useZoom = (
  place: RefObject<HTMLElement | null>,
): { isLarger: boolean; toggle: () => void } => {
  const [isLarger, setLarger] = useState(false);
  const zoom = useRef(1);
  const turn = (reader: HTMLElement, at: Point) => {
    const held = holdOf(reader, at);
    zoom.current = zoom.current > 1 ? 1 : LARGER;
    show(reader, zoom.current, held, at);
    setLarger(zoom.current > 1);
  };
  const turnRef = useRef(turn);
  useEffect(() => {
    turnRef.current = turn;
  });

  useEffect(() => {
    const reader = place.current;
    if (!reader) return;
    let pinch: { held: Held | null; apart: number; from: number } | null = null;
    let tap: (Point & { at: number }) | null = null;

    // Not passive, or the browser would make the whole page larger.
    const begin = (event: TouchEvent) => {
      const fingers = between(event.touches);
      if (!fingers) return;
      event.preventDefault();
      tap = null;
      pinch = { held: holdOf(reader, fingers.middle), apart: fingers.apart, from: zoom.current };
    };
    const move = (event: TouchEvent) => {
      const fingers = between(event.touches);
      if (!pinch || !fingers) return;
      event.preventDefault();
      const wanted = (pinch.from * fingers.apart) / pinch.apart;
      zoom.current = Math.min(LARGEST, Math.max(1, wanted));
      show(reader, zoom.current, pinch.held, fingers.middle);
    };
    const end = (event: TouchEvent) => {
      const [finger] = event.changedTouches;
      if (pinch) {
        if (event.touches.length > 0 || !finger) return;
        const { held } = pinch;
        pinch = null;
        if (zoom.current < NEARLY) {
          zoom.current = 1;
          show(reader, 1, held, { x: finger.clientX, y: finger.clientY });
        }
        setLarger(zoom.current > 1);
        return;
      }
      // What can be pressed is pressed, however fast.
      if (!finger || !(event.target instanceof HTMLCanvasElement)) return;
      const now = { x: finger.clientX, y: finger.clientY, at: event.timeStamp };
      const isSecond =
        tap !== null && now.at - tap.at < DOUBLE && Math.hypot(now.x - tap.x, now.y - tap.y) < SLIP;
      tap = isSecond ? null : now;
      if (!isSecond) return;
      event.preventDefault();
      turnRef.current(reader, now);
    };
    const scrolled = () => {
      tap = null;
    };
    reader.addEventListener('touchstart', begin, { passive: false });
    reader.addEventListener('touchmove', move, { passive: false });
    reader.addEventListener('touchend', end, { passive: false });
    reader.addEventListener('touchcancel', end, { passive: false });
    reader.addEventListener('scroll', scrolled, { passive: true, capture: true });
    return () => {
      reader.removeEventListener('touchstart', begin);
      reader.removeEventListener('touchmove', move);
      reader.removeEventListener('touchend', end);
      reader.removeEventListener('touchcancel', end);
      reader.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [place]);

  return {
    isLarger,
    toggle: () => {
      if (place.current) turn(place.current, middleOf(place.current));
    },
  };
};
