// Which of the numbers to reach are reached on this machine, now? `npm run bench [-- NAME …]`
import { measureIdleMonth } from './idle-month.ts';
import { measureImporting } from './importing.ts';
import { type Figure, type Measured, reached } from './measure.ts';
import { measureMonthEnd } from './month-end.ts';
import { measureNumbers } from './numbers.ts';
import { measurePages } from './pages.ts';
import { measureRendering } from './rendering.ts';
import { measureRequests } from './requests.ts';
import { measureSigning } from './signing.ts';
import { measureTenMinutes } from './ten-minutes.ts';
import { measureVerifying } from './verifying.ts';
import { measureWeb } from './web.ts';

const MEASUREMENTS: Record<string, () => Promise<Measured>> = {
  'month-end': measureMonthEnd,
  numbers: measureNumbers,
  importing: measureImporting,
  'idle-month': measureIdleMonth,
  pages: measurePages,
  rendering: measureRendering,
  requests: measureRequests,
  signing: measureSigning,
  verifying: measureVerifying,
  'ten-minutes': measureTenMinutes,
  web: measureWeb,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  const known = Object.keys(MEASUREMENTS).join(', ');
  process.stderr.write(`No measurement is called ${unknown.join(', ')}; there are: ${known}.\n`);
  process.exit(2);
}

let missed = 0;

const told = ({ what, value, unit = '×' }: Figure): string =>
  `${what}: ${value.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`;

const goalOf = ({ goal }: Figure): string => {
  if (!goal) return '';
  return 'atMost' in goal ? ` (goal: at most ${goal.atMost})` : ` (goal: at least ${goal.atLeast})`;
};
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const measured = await measure();
  process.stdout.write(`\n${measured.name}\n`);
  for (const figure of measured.figures) {
    if (!reached(figure)) missed += 1;
    process.stdout.write(`  ${reached(figure) ? '✓' : '✗'} ${told(figure)}${goalOf(figure)}\n`);
  }
  for (const figure of measured.orientation) process.stdout.write(`    ${told(figure)}\n`);
}
process.stdout.write(
  missed === 0 ? '\nAll goals are reached.\n' : `\n${missed} goals are missed.\n`,
);
process.exit(missed === 0 ? 0 : 1);
