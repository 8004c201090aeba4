// How much memory does a process hold that renders one report after another? Prints it, in bytes, as JSON.
import { setImmediate } from 'node:timers/promises';
import { renderPdf } from '../../functions/document/render-pdf.ts';
import { randomReport } from '../support/random-report.ts';

const REPORTS = 1_000;
/** Blocks: some four pages. */
const SIZE = 25;
/** By then fonts are read and the engine has compiled what it will. */
const SETTLED = 200;

/** Resident memory after some hundred reports, after all, and the most there ever was. */
export type HeldMemory = { settled: number; ended: number; most: number };

let settled = 0;
for (let seed = 0; seed < REPORTS; seed += 1) {
  renderPdf(randomReport(seed, SIZE), { number: seed + 1, date: '2026-11-22' });
  // The pages go when the event loop turns.
  await setImmediate();
  if (seed === SETTLED) settled = process.memoryUsage.rss();
}
const held: HeldMemory = {
  settled,
  ended: process.memoryUsage.rss(),
  // In kilobytes.
  most: process.resourceUsage().maxRSS * 1_024,
};
process.stdout.write(JSON.stringify(held));
