// What do the lists say that people begin their day with, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const comeBack = english?.comeBack ?? vi.comeBack;
export const decided = english?.decided ?? vi.decided;
export const overview = english?.overview ?? vi.overview;
export const reports = english?.reports ?? vi.reports;
export const waiting = english?.waiting ?? vi.waiting;
