// What is printed where on the pages of a PDF? Read back by poppler, in points from the top left corner.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Text of one style on one line. `size` in points; left and right are the edges of its ink, spaces left out. */
export type PrintedLine = {
  page: number;
  top: number;
  left: number;
  right: number;
  size: number;
  font: string;
  bold: boolean;
  italic: boolean;
  color: string;
  text: string;
};

/** poppler's pixels per point: more are refused on paper of this size. */
const ZOOM = 3;
/** A space of Times New Roman, as a share of its size. */
const SPACE = 0.25;

const withFile = async <Result>(
  pdf: Uint8Array,
  work: (file: string, folder: string) => Promise<Result>,
): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'printed-lines-'));
  try {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    return await work(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const decoded = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp|quot);/g, (_, name) => ENTITIES[name] ?? '');

/** Every line, and every change of style within one, from the first page to the last. */
export const printedLines = (pdf: Uint8Array): Promise<PrintedLine[]> =>
  withFile(pdf, async (file) => {
    const options = ['-xml', '-stdout', '-i', '-fontfullname', '-zoom', `${ZOOM}`];
    const { stdout } = await run('pdftohtml', [...options, file], { maxBuffer: 64 * 1024 * 1024 });
    const fonts = new Map<string, Pick<PrintedLine, 'size' | 'font' | 'color'>>();
    const lines: PrintedLine[] = [];
    let page = 0;
    const parts =
      /<page number="(\d+)"|<fontspec id="(\d+)" size="(\d+)" family="([^"]*)" color="([^"]*)"|<text top="(-?\d+)" left="(-?\d+)" width="(\d+)" height="\d+" font="(\d+)">(.*)<\/text>/g;
    for (const [, number, id, size, family, color, top, left, width, font, xml] of stdout.matchAll(
      parts,
    )) {
      if (number) page = Number(number);
      if (id && family && color) {
        const name = family.replace(/^[A-Z]{6}\+/, '');
        fonts.set(id, { size: Number(size) / ZOOM, font: name, color });
      }
      const style = fonts.get(font ?? '');
      if (xml === undefined || !style) continue;
      const text = decoded(xml);
      const spaces = text.length - text.trimEnd().length;
      lines.push({
        ...style,
        page,
        top: Number(top) / ZOOM,
        left: Number(left) / ZOOM,
        right: (Number(left) + Number(width)) / ZOOM - Math.min(spaces, 1) * SPACE * style.size,
        bold: /bold/i.test(style.font),
        italic: /italic/i.test(style.font),
        // The wide gaps of a justified line are read as several spaces.
        text: text.trim().replace(/\s+/gu, ' '),
      });
    }
    return lines;
  });

/** Words of one line differ by less in where they stand; lines of the smallest text are 12 points apart. */
const ONE_LINE = 3;

/** Columns are further apart than words, even on a justified line. */
const NEXT_COLUMN = 40;

/** The lines of each page as a reader sees them, from the top down; those of columns side by side apart. */
export const linesByPage = (pdf: Uint8Array): Promise<string[][]> =>
  withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-bbox', file, '-'], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout
      .split('<page ')
      .slice(1)
      .map((page) => {
        const words = [
          ...page.matchAll(
            /<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/g,
          ),
        ].map(([, left, right, foot, xml]) => ({
          left: Number(left),
          right: Number(right),
          foot: Number(foot),
          text: decoded(xml ?? ''),
        }));
        const lines: { foot: number; right: number; text: string }[] = [];
        for (const { left, right, foot, text } of words.toSorted(
          (one, other) => one.left - other.left,
        )) {
          const line = lines.find(
            (one) => Math.abs(one.foot - foot) < ONE_LINE && left - one.right < NEXT_COLUMN,
          );
          if (line) Object.assign(line, { right, text: `${line.text} ${text}` });
          else lines.push({ foot, right, text });
        }
        return lines.toSorted((one, other) => one.foot - other.foot).map(({ text }) => text);
      });
  });

/** The whole text in reading order, line breaks as spaces. */
export const printedText = (pdf: Uint8Array): Promise<string> =>
  withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    return stdout.replace(/[\s\f]+/gu, ' ');
  });

/** A horizontal line that is drawn, not written; in points. */
export type Rule = { top: number; left: number; right: number };

/** The horizontal lines of a page that are longer than `least` points and than any stroke of a letter. */
export const rulesOn = (pdf: Uint8Array, page: number, least = 20): Promise<Rule[]> =>
  withFile(pdf, async (file, folder) => {
    const dots = 4; // per point
    const picture = join(folder, 'page');
    const only = ['-f', `${page}`, '-l', `${page}`, '-singlefile'];
    await run('pdftoppm', ['-gray', '-r', `${72 * dots}`, ...only, file, picture]);
    const image = await readFile(`${picture}.pgm`);
    const [head = '', width = 0, height = 0] = parseHead(image);
    const rules: Rule[] = [];
    for (let y = 0; y < height; y += 1) {
      let start = -1;
      for (let x = 0; x <= width; x += 1) {
        const isDark = x < width && (image[head.length + y * width + x] ?? 255) < 128;
        if (isDark && start < 0) start = x;
        if (isDark || start < 0) continue;
        const rule = { top: y / dots, left: start / dots, right: x / dots };
        const above = rules.at(-1);
        const isNew = !above || rule.top - above.top > 2 || Math.abs(rule.left - above.left) > 1;
        if (x - start > least * dots && isNew) rules.push(rule);
        start = -1;
      }
    }
    return rules;
  });

const parseHead = (image: Buffer): [string, number, number] => {
  const found = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 64));
  if (!found) throw new Error('not a grey picture');
  return [found[0], Number(found[1]), Number(found[2])];
};
