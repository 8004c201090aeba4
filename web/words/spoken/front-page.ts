// What does the page say that anybody comes to first, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const frontPage = english?.frontPage ?? vi.frontPage;
