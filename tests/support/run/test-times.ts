// Where does the time of a test run go? Seconds for each file and each room, as a table at the end and in out/test-times.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule } from 'vitest/node';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OUT = `${ROOT}out`;

/** So many of the slowest files are named. */
const NAMED = 10;

const rounded = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;

/** What is read of it and set up for it, its hooks and its tests. */
const millisecondsOf = (module: TestModule): number => {
  const { collectDuration, setupDuration, duration } = module.diagnostic();
  return collectDuration + setupDuration + duration;
};

/** `tests/e2e/…` is the browser's; every other room is called as its folder. */
const roomOf = (file: string): string => {
  const room = file.split('/')[1] ?? '';
  return room === 'e2e' ? 'browser' : room;
};

const slowestFirst = (seconds: Map<string, number>): [string, number][] =>
  [...seconds].sort(([, one], [, other]) => other - one);

const line = (seconds: number, what: string): string =>
  `${seconds.toFixed(1).padStart(8)}  ${what}`;

export default class TestTimes implements Reporter {
  #startedAt = performance.now();

  onTestRunStart(): void {
    this.#startedAt = performance.now();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = new Map(
      modules.map((module) => [relative(ROOT, module.moduleId), rounded(millisecondsOf(module))]),
    );
    const rooms = new Map<string, number>();
    for (const [file, seconds] of files) {
      const room = roomOf(file);
      rooms.set(room, rounded(1_000 * ((rooms.get(room) ?? 0) + seconds)));
    }
    const total = rounded(performance.now() - this.#startedAt);
    const told = { total, rooms: slowestFirst(rooms), files: slowestFirst(files) };
    mkdirSync(OUT, { recursive: true });
    const written = {
      total,
      rooms: Object.fromEntries(told.rooms),
      files: Object.fromEntries(told.files),
    };
    writeFileSync(`${OUT}/test-times.json`, `${JSON.stringify(written, null, 2)}\n`);
    console.log(
      [
        '',
        ' Seconds of the slowest files (two run side by side),',
        ...told.files.slice(0, NAMED).map(([file, seconds]) => line(seconds, file)),
        ' of each room,',
        ...told.rooms.map(([room, seconds]) => line(seconds, room)),
        ' and from beginning to end',
        line(total, 'all of them'),
        '',
      ].join('\n'),
    );
  }
}
