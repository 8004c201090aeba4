// The drafter's API.
import { handle } from 'hono/aws-lambda';
import { LAYOUTS } from '../document/layouts.ts';
import { draftingApi } from './api/drafting-api.ts';
import { importer, renderer, tablePorts, workflow, working, worldOf } from './wiring.ts';

const world = worldOf([draftingApi], tablePorts(), {
  importer,
  layouts: () => LAYOUTS,
  renderer,
  workflow,
  working,
});
export const handler = handle(draftingApi(world));
