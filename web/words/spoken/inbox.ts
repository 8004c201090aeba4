// What do the screens of the recipient say, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const inbox = english?.inbox ?? vi.inbox;
export const panes = english?.panes ?? vi.panes;
