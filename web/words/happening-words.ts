// What must each language say of events? Words for each kind of event, which know its facts.
import type { Happening } from '../../functions/domain/audit-event.ts';

export type HappeningWords = {
  [Kind in Happening['kind']]: (happening: Extract<Happening, { kind: Kind }>) => string;
};
