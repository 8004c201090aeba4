// The drafter's API.
import { handle } from 'hono/aws-lambda';
import { LAYOUTS } from '../document/layouts.ts';
import { draftingApi } from './api/drafting-api.ts';
import { apiPorts, ids, importer, renderer, templates, workflow, working } from './wiring.ts';

export const handler = handle(
  draftingApi({
    ...apiPorts(),
    ids: ids(),
    workflow: workflow(),
    working: working(),
    renderer: renderer(),
    layouts: LAYOUTS,
    importer: importer(),
    templates: templates(),
  }),
);
