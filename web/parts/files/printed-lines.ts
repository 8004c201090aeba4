// What is printed on the pages of a PDF, and where? Line by line, as it is read.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { untilCalm } from './until-calm.ts';

/** A stretch of words as it is printed; `top` is its share of the page's height. In the order in which they are read. */
export type Printed = { text: string; top: number };

/** A part of a page, in points from its left upper corner; `page` from 0. */
export type Box = { page: number; left: number; top: number; width: number; height: number };

/** The same stretch with the room that its letters take. */
export type PrintedLine = Printed & { box: Box };

/** Of the size of letters: so much of them stands above the line that they are written on, and so much below. */
const ABOVE = 0.82;
const BELOW = 0.24;

/** The size of the letters in a line's room. */
export const sizeOf = ({ height }: Box): number => height / (ABOVE + BELOW);

/** Page numbers, and headings of tables that are repeated, are there for the eye only: they are no words of the text. */
const linesOn = async (pdf: PDFDocumentProxy, number: number): Promise<PrintedLine[]> => {
  const page = await pdf.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const within: unknown[] = [];
  const printed: PrintedLine[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (within.includes('Artifact')) continue;
      const [, , , size, left, fromBelow] = item.transform as number[];
      const height = size ?? 0;
      const line = whole.height - (fromBelow ?? 0);
      const room = { top: line - ABOVE * height, height: (ABOVE + BELOW) * height };
      const box = { page: number - 1, left: left ?? 0, width: item.width, ...room };
      printed.push({ text: item.str, top: line / whole.height, box });
    } else if (item.type === 'endMarkedContent') within.pop();
    else within.push((item as { tag?: unknown }).tag);
  }
  return printed;
};

const readAll = async (pdf: PDFDocumentProxy): Promise<PrintedLine[][]> => {
  const pages: PrintedLine[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    await untilCalm();
    pages.push(await linesOn(pdf, number));
  }
  return pages;
};

const read = new WeakMap<PDFDocumentProxy, Promise<PrintedLine[][]>>();

/** All pages, each document read once. Fails for one that is closed meanwhile. */
export const printedLines = (pdf: PDFDocumentProxy): Promise<PrintedLine[][]> => {
  const known = read.get(pdf) ?? readAll(pdf);
  read.set(pdf, known);
  return known;
};
