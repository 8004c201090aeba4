// What do the screens of the administrator say, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const administration = english?.administration ?? vi.administration;
export const checklist = english?.checklist ?? vi.checklist;
