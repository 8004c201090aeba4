// Which formatting of words can a report not hold, and in how many places does a file use it?
import type { Piece } from './line.ts';
import type { Notes } from './note.ts';
import { paragraphsIn, type WordRun } from './word-item.ts';

const LOOKS = ['coloured', 'underlined'] as const;

/** Editors part what has one look: runs that follow each other are one place. */
const noteIn = (runs: readonly WordRun[], notes: Notes) => {
  for (const look of LOOKS) {
    let goesOn = false;
    for (const run of runs) {
      if (run.text.trim() === '') continue;
      const has = run[look] === true;
      if (has && !goesOn) notes.count(look, run.text);
      goesOn = has;
    }
  }
};

export const noteLostLooks = (pieces: readonly Piece[], notes: Notes) => {
  for (const piece of pieces) {
    if (piece.kind === 'line') noteIn(piece.runs, notes);
    else for (const { runs } of paragraphsIn([piece])) noteIn(runs, notes);
  }
};
