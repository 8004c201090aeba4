// What is somebody told whose way in, or whose powers, are about to change, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const unsettled = english?.unsettled ?? vi.unsettled;
