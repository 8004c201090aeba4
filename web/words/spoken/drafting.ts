// What does the drafter's desk say, in the language of this page?
import { english } from '../language.ts';
import * as vi from '../vi.ts';

export const beginning = english?.beginning ?? vi.beginning;
export const desk = english?.desk ?? vi.desk;
export const discard = english?.discard ?? vi.discard;
export const editor = english?.editor ?? vi.editor;
export const fields = english?.fields ?? vi.fields;
export const recipients = english?.recipients ?? vi.recipients;
export const submit = english?.submit ?? vi.submit;
export const tools = english?.tools ?? vi.tools;
