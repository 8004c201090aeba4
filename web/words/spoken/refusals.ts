// What does a press say that was refused, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const refused = english?.refused ?? vi.refused;
