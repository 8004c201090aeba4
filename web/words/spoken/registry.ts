// What do the screens of the clerk say, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const heldDeliveries = english?.heldDeliveries ?? vi.heldDeliveries;
export const registry = english?.registry ?? vi.registry;
export const queue = english?.queue ?? vi.queue;
