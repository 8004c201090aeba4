// cli render: a report in JSON to its PDF and its Word file.
import { parseArgs } from 'node:util';
import { unprintableParts } from '../../document/check/unprintable.ts';
import { renderDocx } from '../../document/render-docx.ts';
import { renderPdf } from '../../document/render-pdf.ts';
import { write } from './files.ts';
import { readReport } from './read-input.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

/** A report in its own schema has number and date blank; one in the plain shape keeps those it holds. */
export const render = async (parts: string[]): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: { pdf: { type: 'string' }, docx: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !(values.pdf || values.docx)) {
    throw new Refused(2, USAGE);
  }
  const { content, issuing } = readReport(path);
  const unprintable = unprintableParts(content);
  if (unprintable.length > 0) {
    const lines = unprintable.map((part) => `${path}: ${part.path.join('.')}: ${part.en}`);
    throw new Refused(1, lines.join('\n'));
  }
  if (values.pdf) write(values.pdf, renderPdf(content, issuing));
  if (values.docx) write(values.docx, await renderDocx(content, issuing));
  return 0;
};
