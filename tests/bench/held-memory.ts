// How much memory does the local stack hold, all its processes together?
import { execFileSync } from 'node:child_process';

/** Of this process and whatever it has started, in megabytes of resident memory. */
export const heldMegabytes = (): number => {
  const told = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const all = told
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const ours = new Set([process.pid]);
  let kilobytes = 0;
  // A process has a higher number than the one that started it, but for a machine that has counted through.
  for (const [pid = 0, parent = 0, rss = 0] of all.toSorted(
    ([one = 0], [other = 0]) => one - other,
  )) {
    if (ours.has(parent)) ours.add(pid);
    if (ours.has(pid)) kilobytes += rss;
  }
  return kilobytes / 1_024;
};
