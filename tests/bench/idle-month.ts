// What does a stage cost while nobody works? For orientation: no goal is set for it, and infra/README says the same.
import { synthesize } from '../infra/synthesized.ts';
import { idleMonth } from '../support/idle-cost.ts';
import type { Measured } from './measure.ts';

export const measureIdleMonth = async (): Promise<Measured> => {
  const { counted, dollars } = idleMonth(synthesize().all);
  return {
    name: 'a month in which nobody works, by the price list',
    figures: [],
    orientation: [
      { what: 'in all', value: dollars, unit: 'USD' },
      ...Object.entries(counted).map(([what, value]) => ({ what, value, unit: '' })),
    ],
  };
};
