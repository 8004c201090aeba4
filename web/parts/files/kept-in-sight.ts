// Which line of a PDF is kept in sight while its pages change? The one that the screen beside it is about.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type Printed, printedLines } from './printed-lines.ts';
import { untilCalm } from './until-calm.ts';

/** `page` from 0. */
export type PagePosition = { page: number; top: number };

/** What knows how to find the place, null while there is none, and says when it may be another. */
export type Followed = {
  finder: () => ((pages: Printed[][]) => PagePosition | null) | null;
  hear: (moved: () => void) => () => void;
  /** Hears all that is printed, of each document that has come, and of which revision it is. */
  read?: (pages: Printed[][], revision: number | null) => void;
};

/** In pixels: nearer to an edge, a line and what surrounds it are not seen. */
const EDGE = 48;

/** Scrolls nothing but the sheets, and only for a line that is out of sight. */
const bring = (sheets: HTMLElement, { page, top }: PagePosition): void => {
  const sheet = sheets.querySelectorAll('canvas')[page];
  if (!sheet) return;
  const { top: from, height } = sheet.getBoundingClientRect();
  const at = from + top * height - sheets.getBoundingClientRect().top;
  if (at < EDGE || at > sheets.clientHeight - EDGE)
    sheets.scrollTop += at - sheets.clientHeight / 3;
};

/** Whoever reads in the pages is left where they are, and so is whoever does not see them. */
const isFree = (sheets: HTMLElement): boolean =>
  sheets.scrollHeight > sheets.clientHeight && !sheets.contains(document.activeElement);

export const useKeptInSight = (
  place: RefObject<HTMLElement | null>,
  opened: { pdf: PDFDocumentProxy; revision: number | null } | null,
  followed: Followed | undefined,
): void => {
  const finder = useEffectEvent(() => followed?.finder() ?? null);
  const hear = followed?.hear;
  const tell = useEffectEvent((pages: Printed[][], revision: number | null) =>
    followed?.read?.(pages, revision),
  );
  const isAwaited = followed?.read !== undefined;
  useEffect(() => {
    if (!opened || !hear) return;
    const { pdf, revision } = opened;
    let isOver = false;
    let isComing = false;
    const show = async () => {
      await untilCalm();
      const sheets = place.current;
      if (isOver || !sheets || !isFree(sheets) || !finder()) return;
      const pages = await printedLines(pdf);
      const line = finder()?.(pages);
      if (!isOver && line) bring(sheets, line);
    };
    const moved = () => {
      if (isComing) return;
      isComing = true;
      // A document that has been replaced meanwhile is not read any further; the next one is.
      show()
        .catch(() => {})
        .finally(() => {
          isComing = false;
        });
    };
    const tellAll = async () => {
      await untilCalm();
      if (isOver) return;
      const pages = await printedLines(pdf);
      if (!isOver) tell(pages, revision);
    };
    if (isAwaited) tellAll().catch(() => {});
    moved();
    const leave = hear(moved);
    return () => {
      isOver = true;
      leave();
    };
  }, [opened, hear, place, isAwaited]);
};
