// Which use case answers which route of a clerk?
import * as routes from '../../contracts/routes/registry.ts';
import { withPeople } from '../../use-cases/reading/submission-and-people.ts';
import { giveUpIssue } from '../../use-cases/registry/give-up-issue.ts';
import { linkSignedRevision } from '../../use-cases/registry/link-signed-revision.ts';
import { listHeldDeliveries } from '../../use-cases/registry/list-held-deliveries.ts';
import { listOutgoing } from '../../use-cases/registry/list-outgoing.ts';
import { listRegistry } from '../../use-cases/registry/list-registry.ts';
import { readHeldDelivery } from '../../use-cases/registry/read-held-delivery.ts';
import { readRegistrySubmission } from '../../use-cases/registry/read-registry-submission.ts';
import { resumeIssue } from '../../use-cases/registry/resume-issue.ts';
import { sealAndIssue } from '../../use-cases/registry/seal-and-issue.ts';
import { sendHeldDelivery } from '../../use-cases/registry/send-held-delivery.ts';
import { writeOffHeldDelivery } from '../../use-cases/registry/write-off-held-delivery.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { eachOf } from '../views/cut.ts';
import { submissionViewOf, waitingRowOf } from '../views/submission-view.ts';
import { answering } from './answering.ts';
import { houseApp } from './house-app.ts';
import { daysOf, inOrderOf, pageOf } from './page-of.ts';

const NEEDS = portsOf(
  houseApp,
  giveUpIssue,
  linkSignedRevision,
  listHeldDeliveries,
  listOutgoing,
  listRegistry,
  readHeldDelivery,
  readRegistrySubmission,
  resumeIssue,
  sealAndIssue,
  sendHeldDelivery,
  writeOffHeldDelivery,
);

export const registryApi = (world: WorldOf<typeof NEEDS>) =>
  answering(houseApp(world), routes, {
    listRegistry: async (c) =>
      eachOf(
        waitingRowOf,
        await listRegistry(world, c.get('caller'), pageOf(c.req.valid('query'))),
      ),
    readRegistrySubmission: async (c) => {
      const { submissionId } = c.req.valid('param');
      return submissionViewOf(await readRegistrySubmission(world, c.get('caller'), submissionId));
    },
    linkSignedRevision: (c) => {
      const { submissionId } = c.req.valid('param');
      return linkSignedRevision(world, c.get('caller'), submissionId);
    },
    sealAndIssue: async (c) => {
      const caller = c.get('caller');
      const submission = await sealAndIssue(world, caller, c.req.valid('param').submissionId);
      return submissionViewOf(await withPeople(world, submission, caller.organization));
    },
    resumeIssue: async (c) => {
      const caller = c.get('caller');
      const submission = await resumeIssue(world, caller, c.req.valid('param').submissionId);
      return submissionViewOf(await withPeople(world, submission, caller.organization));
    },
    giveUpIssue: async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await giveUpIssue(world, caller, submissionId, c.req.valid('json').reason);
      return submissionViewOf(await withPeople(world, submission, caller.organization));
    },
    listHeldDeliveries: (c) => {
      const page = pageOf(c.req.valid('query'));
      return listHeldDeliveries(world, c.get('caller'), page);
    },
    readHeldDelivery: (c) => {
      const which = c.req.valid('param');
      return readHeldDelivery(world, c.get('caller'), which);
    },
    sendHeldDelivery: (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return sendHeldDelivery(world, c.get('caller'), wish);
    },
    writeOffHeldDelivery: (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return writeOffHeldDelivery(world, c.get('caller'), wish);
    },
    listOutgoing: (c) => {
      const query = c.req.valid('query');
      const { year, series, words } = query;
      const wish = { year, series, words, days: daysOf(query), ...inOrderOf(query) };
      return listOutgoing(world, c.get('caller'), wish);
    },
  });
registryApi.needs = NEEDS;
