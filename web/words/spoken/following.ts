// What does a report on its way say, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const comments = english?.comments ?? vi.comments;
export const follow = english?.follow ?? vi.follow;
export const happening = english?.happening ?? vi.happening;
