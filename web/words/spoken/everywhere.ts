// What does every screen say, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const app = english?.app ?? vi.app;
export const help = english?.help ?? vi.help;
export const journey = english?.journey ?? vi.journey;
export const life = english?.life ?? vi.life;
export const navigation = english?.navigation ?? vi.navigation;
export const newVersion = english?.newVersion ?? vi.newVersion;
export const problems = english?.problems ?? vi.problems;
export const search = english?.search ?? vi.search;
export const ways = english?.ways ?? vi.ways;
