// The drafter's API.
import { LAYOUTS } from '../document/layouts.ts';
import { draftingApi } from './api/drafting-api.ts';
import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { importer, renderer, tablePorts, workflow, working, worldOf } from './wiring.ts';

const world = worldOf([draftingApi], tablePorts(), {
  importer,
  layouts: () => LAYOUTS,
  renderer,
  workflow,
  working,
});
export const handler = serve('drafting', behindTheFrontDoor(draftingApi(world)));
