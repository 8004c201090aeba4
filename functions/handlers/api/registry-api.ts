// Which use case answers which route of a clerk?
import * as routes from '../../contracts/routes/registry.ts';
import { presentSubmission } from '../../use-cases/reading/present-submission.ts';
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
import type { Needs } from '../../use-cases/world.ts';
import { type HousePorts, houseApp } from './house-app.ts';
import { daysOf, pageOf } from './page-of.ts';

type RegistryPorts = HousePorts & Needs<'records' | 'workflow' | 'working' | 'signed' | 'mail'>;

export const registryApi = (world: RegistryPorts) =>
  houseApp(world)
    .openapi(routes.listRegistry, async (c) =>
      c.json(await listRegistry(world, c.get('caller'), pageOf(c.req.valid('query'))), 200),
    )
    .openapi(routes.readRegistrySubmission, async (c) => {
      const { submissionId } = c.req.valid('param');
      return c.json(await readRegistrySubmission(world, c.get('caller'), submissionId), 200);
    })
    .openapi(routes.linkSignedRevision, async (c) => {
      const { submissionId } = c.req.valid('param');
      return c.json(await linkSignedRevision(world, c.get('caller'), submissionId), 200);
    })
    .openapi(routes.sealAndIssue, async (c) => {
      const caller = c.get('caller');
      const submission = await sealAndIssue(world, caller, c.req.valid('param').submissionId);
      return c.json(await presentSubmission(world, submission, caller.organization), 200);
    })
    .openapi(routes.resumeIssue, async (c) => {
      const caller = c.get('caller');
      const submission = await resumeIssue(world, caller, c.req.valid('param').submissionId);
      return c.json(await presentSubmission(world, submission, caller.organization), 200);
    })
    .openapi(routes.giveUpIssue, async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await giveUpIssue(world, caller, submissionId, c.req.valid('json').reason);
      return c.json(await presentSubmission(world, submission, caller.organization), 200);
    })
    .openapi(routes.listHeldDeliveries, async (c) => {
      const page = pageOf(c.req.valid('query'));
      return c.json(await listHeldDeliveries(world, c.get('caller'), page), 200);
    })
    .openapi(routes.readHeldDelivery, async (c) => {
      const which = c.req.valid('param');
      return c.json(await readHeldDelivery(world, c.get('caller'), which), 200);
    })
    .openapi(routes.sendHeldDelivery, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await sendHeldDelivery(world, c.get('caller'), wish), 200);
    })
    .openapi(routes.writeOffHeldDelivery, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await writeOffHeldDelivery(world, c.get('caller'), wish), 200);
    })
    .openapi(routes.listOutgoing, async (c) => {
      const query = c.req.valid('query');
      const { year, series, words } = query;
      const wish = { year, series, words, days: daysOf(query), ...pageOf(query) };
      return c.json(await listOutgoing(world, c.get('caller'), wish), 200);
    });
