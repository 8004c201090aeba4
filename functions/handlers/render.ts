// Render PDF and DOCX from a model; no keys, no table.
import { RenderJob } from '../contracts/hand-offs.ts';
import { LAYOUTS } from '../document/layouts.ts';
import { renderDocument } from '../use-cases/issuing/render-document.ts';
import { task } from './task.ts';
import { working, worldOf } from './wiring.ts';

const world = worldOf([renderDocument], {}, { layouts: () => LAYOUTS, working });
export const handler = task('render', RenderJob, (job) => renderDocument(world, job));
