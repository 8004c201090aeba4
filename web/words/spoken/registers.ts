// What do the registers say, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const registers = english?.registers ?? vi.registers;
export const sheet = english?.sheet ?? vi.sheet;
