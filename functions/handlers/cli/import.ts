// cli import: a drafter's Word file to a report in JSON, and what of the file is not in it.
import { parseArgs } from 'node:util';
import { importDocx } from '../../document/import/import-docx.ts';
import { Refusal } from '../../domain/refusal.ts';
import { read, write } from './files.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

/** A line for each thing that stands otherwise than in the file; 1 if something of it is not in the report. */
export const importFile = async (parts: string[]): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: { out: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !values.out) throw new Refused(2, USAGE);
  const file = read(path);
  try {
    const { content, notes } = await importDocx(file);
    write(values.out, `${JSON.stringify(content, null, 2)}\n`);
    for (const { code, lost, vi, text } of notes) {
      const about = text === '' ? '' : ` “${text}”`;
      console.error(`${lost ? 'left out' : 'changed'}: ${vi}${about} [${code}]`);
    }
    return notes.some(({ lost }) => lost) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refused(1, `${path}: ${error.code}: ${error.message}`);
  }
};
