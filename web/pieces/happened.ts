// How is told what happened? Each kind of happening has words of its own that know its facts.
import type { Happening } from '../../functions/domain/audit-event.ts';
import type { HappeningWords } from '../words/vi-life.ts';
import { words } from '../words/words.ts';

export const happened = <Kind extends Happening['kind']>(
  kind: Kind,
  happening: Extract<Happening, { kind: Kind }>,
): string => (words.life.happening as HappeningWords)[kind](happening);
