// Render PDF and DOCX from a model; no keys, no table.
import { RenderedDocument } from '../contracts/hand-offs.ts';
import { LAYOUTS } from '../document/layouts.ts';
import { renderDocument } from '../use-cases/issuing/render-document.ts';
import { working, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([renderDocument], {}, { layouts: () => LAYOUTS, working });
export const handler = worker('render', {
  renderPage: (job) => renderDocument(world, job),
  // Who asks for a DOCX gets one.
  renderDocument: async (job) => RenderedDocument.parse(await renderDocument(world, job)),
  renderAtOnce: (job) => renderDocument(world, job),
});
