// What does the most expensive Word file cost that anybody may send? Compared with the longest report that an honest one may hold.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ONE_PROCESSOR } from '../../infra/constructs/app-function.ts';
import {
  blankParagraphs,
  longFoot,
  longMark,
  longSign,
  longStyle,
  longText,
  longTextBox,
  manyAlternatives,
  nestedRuby,
  oneFootnote,
  oneHeader,
  partedLetters,
} from '../support/files/hostile-word-files.ts';
import { p, r, wordFile } from '../support/files/word-file.ts';
import type { Figure, Measured } from './measure.ts';

/** As many paragraphs as a report may have, a million letters in all, in runs as short as an editor leaves them. */
const longestReport = () =>
  wordFile(
    p(
      Array.from({ length: 18 }, (_, index) =>
        r('chữ viết ', { bold: index % 2 === 0, font: 'Times New Roman' }),
      ).join(''),
    ).repeat(5_900),
  );

const DEAR: Record<string, () => Uint8Array> = {
  '100,000 relations to one header': () => oneHeader(100_000),
  '15 MB of words': () => longText(15),
  'blank paragraphs, as many as are read': () => blankParagraphs(890_000),
  '40 furigana within each other': () => nestedRuby(40),
  '100,000 references to one footnote': () => oneFootnote(100_000),
  'a text box of 400,000 paragraphs': () => longTextBox(400_000),
  'a sign of 800,000 letters between 800,000 parts': () => longSign(800_000),
  '100,000 marks of 100,000 letters': () => longMark(100_000),
  '60,000 runs of a style with 60,000 properties': () => longStyle(60_000),
  '100,000 lines of one recipient': () => longFoot(100_000),
  '140,000 letters, each parted from its sign': () => partedLetters(140_000),
  '150,000 alternatives within 90 others': () => manyAlternatives(150_000, 90),
};

/** In a process of its own, because what another file took stays taken. */
const PROGRAM = `
  import { readFileSync } from 'node:fs';
  import { importDocx } from '${new URL('../../functions/document/import/import-docx.ts', import.meta.url).href}';
  const file = readFileSync(process.argv[1]);
  const before = process.cpuUsage();
  const told = await importDocx(file).then(() => 'imported', ({ code, message }) => code ?? message);
  const { user } = process.cpuUsage(before);
  console.log(JSON.stringify({ told, seconds: user / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));
`;

type Cost = { told: string; seconds: number; megabytes: number };

const costOf = (folder: string, file: Uint8Array): Cost => {
  const path = join(folder, 'file.docx');
  writeFileSync(path, file);
  const asked = ['--input-type=module', '--no-warnings', '-e', PROGRAM, path];
  const { stdout, stderr } = spawnSync(process.execPath, asked, { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
};

const most = (costs: readonly Cost[], unit: 'seconds' | 'megabytes') =>
  Math.max(...costs.map((cost) => cost[unit]));

export const measureImporting = async (): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'importing-'));
  try {
    const honest = costOf(folder, longestReport());
    const costs = Object.entries(DEAR).map(([what, file]) => ({
      what,
      size: file().length,
      ...costOf(folder, file()),
    }));
    const told = (what: string, { told, seconds, megabytes }: Cost): Figure[] => [
      { what: `${what} (${told})`, value: seconds, unit: 's of a processor' },
      { what, value: megabytes, unit: 'MB' },
    ];
    return {
      name: 'a Word file → report',
      figures: [
        {
          what: 'the dearest hostile file, of the longest honest one',
          value: most(costs, 'seconds') / honest.seconds,
          goal: { atMost: 3 },
        },
        {
          what: 'of the memory of the function that reads it',
          value: most([honest, ...costs], 'megabytes') / ONE_PROCESSOR,
          goal: { atMost: 0.75 },
        },
      ],
      orientation: [
        ...told('the longest honest one', honest),
        ...costs.flatMap(({ what, size, ...cost }) =>
          told(`${what}, ${Math.ceil(size / 1_000)} kB`, cost),
        ),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
