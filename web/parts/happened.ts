// How are events told in words? Each kind of event has words of its own, which know its facts.
import type { EventView } from '../../functions/contracts/views.ts';
import type { Happening } from '../../functions/domain/audit-event.ts';
import { words } from '../words/words.ts';
import { causeWords } from './trouble/cause.ts';

export const happened = <Kind extends Happening['kind']>(
  kind: Kind,
  happening: Extract<Happening, { kind: Kind }>,
): string => words.happening[kind](happening);

/** Whoever did it is named beside it. The machine gives a reason by a word of its own; a person's is for people already. */
export const eventWords = ({ actor, happening }: Pick<EventView, 'actor' | 'happening'>): string =>
  actor === 'workflow' && happening.kind === 'handedBack'
    ? happened(happening.kind, { ...happening, reason: causeWords(happening.reason) })
    : happened(happening.kind, happening);
