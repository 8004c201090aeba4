// How is a PDF shown that changes while one writes? Sheet below sheet, each redrawn where it is: nothing jumps, nothing flickers.
import { Box } from '@mantine/core';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PdfFile } from '../../api/file.ts';
import { words } from '../../words/words.ts';
import type { Measure } from './found-words.ts';
import { type Followed, useKeptInSight } from './kept-in-sight.ts';
import { measureLetters } from './measure-letters.ts';
import type { PaperMark, Spot } from './paper-marks.tsx';
import styles from './pdf-reader.module.css';
import { type PrintedLine, printedLines } from './printed-lines.ts';
import { Sheet } from './sheet.tsx';
import { untilCalm } from './until-calm.ts';

/** Given to every document by hand: one that pdf.js looks up for itself ends with the first document that does. */
const worker = PDFWorker.create({
  port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }),
});

/** Milliseconds: long enough to find with one's eyes what has been scrolled to. */
const MARKED = 4_000;

/** Finds something on the printed pages. */
export type Finder<What> = (pages: readonly PrintedLine[][], measure: Measure) => What;

/** A place that somebody asks for: another each time, though it be the same place again. */
export type Pointed = { find: Finder<Spot | null> };

/** What a reader may say beside its sheets. `pointed`: on which page the place is, or null where it was not found. */
export type Heard = {
  pages?: ((pages: number) => void) | undefined;
  pointed?: ((page: number | null) => void) | undefined;
};

/** A document that is open, and of which words it is. */
type Opened = { pdf: PDFDocumentProxy; revision: number | null };

const useDocument = (file: PdfFile): Opened | null => {
  const [document, setDocument] = useState<Opened | null>(null);
  useEffect(() => {
    let isOver = false;
    const open = async () => {
      // Whoever writes looks at the words they write; the sheet beside them can wait for the end of one.
      await untilCalm();
      if (isOver) return;
      const opened = await getDocument({ data: await file.bytes.arrayBuffer(), worker }).promise;
      if (isOver) return void opened.loadingTask.destroy();
      setDocument({ pdf: opened, revision: file.revision });
    };
    void open();
    return () => {
      isOver = true;
    };
  }, [file]);
  // The one before is drawn already; what is still being drawn of it is out of date.
  useEffect(() => () => void document?.pdf.loadingTask.destroy(), [document]);
  return document;
};

const useMarks = (
  pdf: PDFDocumentProxy | null,
  find: Finder<PaperMark[]> | null,
): readonly PaperMark[] => {
  const [marks, setMarks] = useState<readonly PaperMark[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const found = pdf && find ? find(await printedLines(pdf), measureLetters()) : [];
      if (!isOver) setMarks(found);
    };
    // A document that has been replaced meanwhile is not read any further.
    look().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [pdf, find]);
  return marks;
};

/** On a page, as shares of its size. */
type Place = { left: number; top: number };

/** Into the middle of what is seen, by whatever scrolls: the sheets, or the page that they lie on. */
const bring = (sheets: HTMLElement, sheet: Element, { left, top }: Place): void => {
  const { left: start, top: from, width, height } = sheet.getBoundingClientRect();
  const at = from + top * height;
  const own = sheets.getBoundingClientRect();
  if (sheets.scrollHeight > sheets.clientHeight)
    sheets.scrollBy({
      left: start + left * width - own.left - sheets.clientWidth / 3,
      top: at - own.top - sheets.clientHeight / 3,
    });
  else scrollBy({ top: at - innerHeight / 3 });
};

const useSpot = (
  pdf: PDFDocumentProxy | null,
  pointed: Pointed | null,
  show: (page: number, place: Place) => void,
  told: (page: number | null) => void,
): Spot | null => {
  const [spot, setSpot] = useState<Spot | null>(null);
  const found = useEffectEvent((page: number, place: Place) => {
    show(page, place);
    told(page);
  });
  const lost = useEffectEvent(() => told(null));
  useEffect(() => {
    if (!pdf || !pointed) return;
    let isOver = false;
    let passing: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const place = pointed.find(await printedLines(pdf), measureLetters());
      const [first] = place?.boxes ?? [];
      if (isOver) return;
      if (!first) return lost();
      const { width, height } = (await pdf.getPage(first.page + 1)).getViewport({ scale: 1 });
      if (isOver) return;
      setSpot(place);
      found(first.page, { left: first.left / width, top: first.top / height });
      passing = setTimeout(() => setSpot(null), MARKED);
    };
    look().catch(() => {});
    return () => {
      isOver = true;
      clearTimeout(passing);
      setSpot(null);
    };
  }, [pdf, pointed]);
  return spot;
};

export const PdfSheets = ({
  file,
  heard,
  followed,
  marked = null,
  pointed = null,
}: {
  file: PdfFile;
  heard: Heard;
  followed?: Followed | undefined;
  marked?: Finder<PaperMark[]> | null | undefined;
  pointed?: Pointed | null | undefined;
}) => {
  const opened = useDocument(file);
  const pdf = opened?.pdf ?? null;
  const sheets = useRef<HTMLDivElement>(null);
  useKeptInSight(sheets, opened, followed);
  const marks = useMarks(pdf, marked);
  const spot = useSpot(
    pdf,
    pointed,
    (page, place) => {
      const sheet = sheets.current?.children[page];
      if (sheets.current && sheet) bring(sheets.current, sheet, place);
    },
    (page) => heard.pointed?.(page),
  );
  const tellPages = useEffectEvent((pages: number) => heard.pages?.(pages));
  useEffect(() => {
    if (pdf) tellPages(pdf.numPages);
  }, [pdf]);
  const numbers = Array.from({ length: pdf?.numPages ?? 0 }, (_, at) => at + 1);
  return (
    // Whoever has no mouse scrolls by keys.
    <Box
      component="section"
      ref={sheets}
      className={styles.sheets ?? ''}
      tabIndex={0}
      aria-label={words.page.title}
      data-sheets
    >
      {pdf &&
        numbers.map((number) => (
          <Sheet key={number} document={pdf} number={number} marks={marks} spot={spot} />
        ))}
    </Box>
  );
};
