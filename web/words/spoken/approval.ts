// What is said to whoever decides, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const correction = english?.correction ?? vi.correction;
export const decision = english?.decision ?? vi.decision;
