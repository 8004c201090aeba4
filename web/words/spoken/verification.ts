// What is said to whoever has a file verified, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const verification = english?.verification ?? vi.verification;
