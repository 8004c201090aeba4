// cli check: which rules of the decree does a report not keep?
import { parseArgs } from 'node:util';
import { checkReport } from '../../document/check/check-report.ts';
import { instantOf } from '../../domain/instant-of.ts';
import { officeDayOf } from '../../domain/office-calendar.ts';
import { readReport } from './read-input.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

/**
 * One line for each finding: how grave, where, what, by which rule and source; as data with `--json`.
 * The directory is not asked.
 */
export const check = (parts: string[]): ExitCode => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Refused(2, USAGE);
  const findings = checkReport(readReport(path).content, {
    today: officeDayOf(instantOf(Date.now())),
    abbreviation: null,
    closed: {},
    signer: null,
  });
  if (values.json) console.log(JSON.stringify(findings, null, 2));
  else {
    for (const { severity, path: at, vi, rule, source } of findings) {
      console.error(`${severity} ${at.join('.')}: ${vi} [${rule}; ${source}]`);
    }
  }
  return findings.length === 0 ? 0 : 1;
};
