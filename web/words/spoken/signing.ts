// What is said of what one signs with, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const signing = english?.signing ?? vi.signing;
