// What is said where something is read: of its pages, its files, its changes and its ways, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const attachments = english?.attachments ?? vi.attachments;
export const changes = english?.changes ?? vi.changes;
export const destinations = english?.destinations ?? vi.destinations;
export const page = english?.page ?? vi.page;
