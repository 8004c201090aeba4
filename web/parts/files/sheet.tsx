// How is one page of a PDF drawn? Sharp at the size that it has, while it is near what one looks at; what lies further off keeps a
// small picture of itself, so that a long report does not fill the memory.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { words } from '../../words/words.ts';
import { type PaperMark, PaperMarks, type Spot } from './paper-marks.tsx';
import styles from './pdf-reader.module.css';
import { untilCalm } from './until-calm.ts';

/** A screen above and below: a sheet is there before one has scrolled to it. */
const AHEAD = '100% 0px';
/** Pixels of one sheet, 32 MB: sharp on a phone of three pixels to the point at twice its size, and finer than print beyond. */
const MOST_PIXELS = 8_000_000;
/** How wide the picture is that stays, in pixels: enough to see where one is while scrolling by. */
const KEPT = 160;
/** Milliseconds: fingers that stretch a page give it a new size sixty times a second. */
const SETTLED = 150;

/** Until it is known how large a page is, it is A4: the scroll bar is right from the start. */
const A4 = { width: 210, height: 297 };

/** Is it near what one looks at, and how wide is it, in pixels of the style sheet? */
const usePlace = () => {
  const place = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const sheet = place.current;
    if (!sheet) return;
    const nearness = new IntersectionObserver(
      // A busy page hears of several changes at once, of which the last is how it is.
      (changes) => setNear(changes.at(-1)?.isIntersecting === true),
      // The first is for a page that scrolls, the second for a place on it that does.
      { rootMargin: AHEAD, scrollMargin: AHEAD } as IntersectionObserverInit,
    );
    let settling: ReturnType<typeof setTimeout> | undefined;
    const size = new ResizeObserver(() => {
      clearTimeout(settling);
      settling = setTimeout(() => setWidth(sheet.clientWidth), SETTLED);
    });
    nearness.observe(sheet);
    size.observe(sheet);
    return () => {
      clearTimeout(settling);
      nearness.disconnect();
      size.disconnect();
    };
  }, []);
  return { place, isNear, width };
};

const copyOnto = (
  shown: HTMLCanvasElement,
  drawn: CanvasImageSource,
  width: number,
  height: number,
) => {
  shown.width = width;
  shown.height = height;
  shown.getContext('2d')?.drawImage(drawn, 0, 0, width, height);
};

/** Its own picture, made small. */
const letGo = (shown: HTMLCanvasElement) => {
  if (shown.width <= KEPT * 2) return;
  const small = document.createElement('canvas');
  const height = Math.round((KEPT * shown.height) / shown.width);
  copyOnto(small, shown, KEPT, height);
  copyOnto(shown, small, KEPT, height);
};

export const Sheet = ({
  document: pdf,
  number,
  marks,
  spot,
}: {
  document: PDFDocumentProxy;
  number: number;
  marks: readonly PaperMark[];
  spot: Spot | null;
}) => {
  const { place, isNear, width } = usePlace();
  /** In points. */
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const shown = place.current;
    if (!shown) return;
    if (!isNear) return letGo(shown);
    let isOver = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      await untilCalm();
      if (isOver) return;
      const whole = page.getViewport({ scale: 1 });
      setSize({ width: whole.width, height: whole.height });
      const wide = width || shown.clientWidth;
      const finest = Math.sqrt(MOST_PIXELS / (whole.width * whole.height));
      const viewport = page.getViewport({
        scale: Math.min(finest, (wide * devicePixelRatio) / whole.width),
      });
      const drawn = document.createElement('canvas');
      drawn.width = viewport.width;
      drawn.height = viewport.height;
      await page.render({ canvas: drawn, viewport }).promise;
      if (!isOver) copyOnto(shown, drawn, drawn.width, drawn.height);
    };
    // A page of a document that has been replaced meanwhile is drawn by the next one.
    draw().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [pdf, number, isNear, width, place]);
  return (
    <div className={styles.sheet} data-by-day>
      <canvas {...A4} ref={place} role="img" aria-label={words.page.sheet(number, pdf.numPages)} />
      {size && <PaperMarks page={number - 1} size={size} marks={marks} spot={spot} />}
    </div>
  );
};
