// To which line of our sources does a place in the bundle belong? The source map is read when there is an error to
// report: read at every start, as Node's --enable-source-maps does, it costs two fifths of the start's processor
// time.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(import.meta.url);

/** `    at task (/var/task/index.cjs:41:7)` and its like. */
const PLACE = /^(.*?)((?:\/|file:)[^()]*?):(\d+):(\d+)(\)?)$/;

/** A module that is no bundle has no map beside it, and its places are those of the sources. */
const readMap = (): SourceMap | null => {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${HERE}.map`, 'utf8')));
  } catch {
    return null;
  }
};

/** Frames of a stack as they were written, those outside of the bundle as they are. */
export const inOurSources = (frames: string[]): string[] => {
  const map = readMap();
  return frames.map((frame) => {
    const [, before = '', file, line, column, after = ''] = PLACE.exec(frame) ?? [];
    if (map === null || file !== HERE) return frame;
    const origin = map.findOrigin(Number(line), Number(column));
    if (!('fileName' in origin)) return frame;
    return `${before}${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}${after}`;
  });
};
