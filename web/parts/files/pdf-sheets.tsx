// How is a PDF shown that changes while one writes? Sheet below sheet, each redrawn where it is: nothing jumps, nothing flickers.
import { Box } from '@mantine/core';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { words } from '../../words/words.ts';
import { type Followed, useKeptInSight } from './kept-in-sight.ts';
import styles from './pdf-reader.module.css';
import { untilCalm } from './until-calm.ts';

/** Given to every document by hand: one that pdf.js looks up for itself ends with the first document that does. */
const worker = PDFWorker.create({
  port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }),
});

/** A screen above and below: a sheet is there before one has scrolled to it. */
const AHEAD = '100%';
/** Finer than this no eye sees, and a long report would cost too much memory. */
const FINEST = 2;

const useDocument = (file: Blob): PDFDocumentProxy | null => {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    let isOver = false;
    const open = async () => {
      // Whoever writes looks at the words they write; the sheet beside them can wait for the end of one.
      await untilCalm();
      if (isOver) return;
      const opened = await getDocument({ data: await file.arrayBuffer(), worker }).promise;
      if (isOver) return void opened.loadingTask.destroy();
      setDocument(opened);
    };
    void open();
    return () => {
      isOver = true;
    };
  }, [file]);
  // The one before is drawn already; what is still being drawn of it is out of date.
  useEffect(() => () => void document?.loadingTask.destroy(), [document]);
  return document;
};

const useNearness = () => {
  const place = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(
      // A busy page hears of several changes at once, of which the last is how it is.
      (changes) => setNear(changes.at(-1)?.isIntersecting === true),
      { rootMargin: `${AHEAD} 0px` },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return { place, isNear };
};

const Sheet = ({ document: pdf, number }: { document: PDFDocumentProxy; number: number }) => {
  const { place, isNear } = useNearness();
  useEffect(() => {
    if (!isNear) return;
    let isOver = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      await untilCalm();
      const shown = place.current;
      if (isOver || !shown) return;
      const whole = page.getViewport({ scale: 1 });
      const fineness = Math.min(FINEST, devicePixelRatio);
      const viewport = page.getViewport({ scale: (shown.clientWidth * fineness) / whole.width });
      const drawn = document.createElement('canvas');
      drawn.width = viewport.width;
      drawn.height = viewport.height;
      await page.render({ canvas: drawn, viewport }).promise;
      if (isOver) return;
      shown.width = drawn.width;
      shown.height = drawn.height;
      shown.getContext('2d')?.drawImage(drawn, 0, 0);
    };
    // A page of a document that has been replaced meanwhile is drawn by the next one.
    draw().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [pdf, number, isNear, place]);
  return <canvas ref={place} role="img" aria-label={words.page.sheet(number, pdf.numPages)} />;
};

export const PdfSheets = ({
  file,
  onPages,
  followed,
}: {
  file: Blob;
  onPages?: (pages: number) => void;
  followed?: Followed | undefined;
}) => {
  const pdf = useDocument(file);
  const sheets = useRef<HTMLDivElement>(null);
  useKeptInSight(sheets, pdf, followed);
  useEffect(() => {
    if (pdf) onPages?.(pdf.numPages);
  }, [pdf, onPages]);
  const numbers = Array.from({ length: pdf?.numPages ?? 0 }, (_, at) => at + 1);
  return (
    // Whoever has no mouse scrolls by keys.
    <Box
      component="section"
      ref={sheets}
      className={styles.sheets ?? ''}
      tabIndex={0}
      aria-label={words.page.title}
    >
      {pdf && numbers.map((number) => <Sheet key={number} document={pdf} number={number} />)}
    </Box>
  );
};
