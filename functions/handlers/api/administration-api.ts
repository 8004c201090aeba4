// Which use case answers which route of an administrator?
import type { Context } from 'hono';
import type { OrganizationRecord, PersonRecord } from '../../contracts/directory-views.ts';
import * as routes from '../../contracts/routes/administration.ts';
import { Sha256 } from '../../domain/ids.ts';
import { addOrganization } from '../../use-cases/administration/add-organization.ts';
import { addPerson } from '../../use-cases/administration/add-person.ts';
import { callOffAccess } from '../../use-cases/administration/call-off-access.ts';
import { changeOrganization } from '../../use-cases/administration/change-organization.ts';
import { changePerson } from '../../use-cases/administration/change-person.ts';
import { changeSettings } from '../../use-cases/administration/change-settings.ts';
import { closeOrganization } from '../../use-cases/administration/close-organization.ts';
import { endOffice } from '../../use-cases/administration/end-office.ts';
import { forgetSecondFactor } from '../../use-cases/administration/forget-second-factor.ts';
import { inviteAgain } from '../../use-cases/administration/invite-again.ts';
import { listDirectory } from '../../use-cases/administration/list-directory.ts';
import { listStaff } from '../../use-cases/administration/list-staff.ts';
import { listUnsentMails } from '../../use-cases/administration/list-unsent-mails.ts';
import { openRegister } from '../../use-cases/administration/open-register.ts';
import { readAccount } from '../../use-cases/administration/read-account.ts';
import { readChanges } from '../../use-cases/administration/read-changes.ts';
import { readChecklist } from '../../use-cases/administration/read-checklist.ts';
import { readOrganization } from '../../use-cases/administration/read-organization.ts';
import { readPerson } from '../../use-cases/administration/read-person.ts';
import { readRegister } from '../../use-cases/administration/read-register.ts';
import { reopenOrganization } from '../../use-cases/administration/reopen-organization.ts';
import { resumeOffice } from '../../use-cases/administration/resume-office.ts';
import { settleAccess } from '../../use-cases/administration/settle-access.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { eachOf } from '../views/cut.ts';
import {
  accountViewOf,
  organizationRecordOf,
  organizationRowOf,
  personAtWorkOf,
  personRecordOf,
} from '../views/directory-view.ts';
import { answering } from './answering.ts';
import { type House, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

const seenIn = (headers: { 'if-match': string }): Sha256 =>
  Sha256.parse(headers['if-match'].slice(1, -1));

/** With its version as ETag. */
const tagged = <Shown extends OrganizationRecord | PersonRecord>(
  context: Context<House>,
  shown: Shown,
): Shown => {
  context.header('etag', `"${shown.version}"`);
  return shown;
};

const NEEDS = portsOf(
  houseApp,
  addOrganization,
  addPerson,
  callOffAccess,
  changeOrganization,
  changePerson,
  changeSettings,
  closeOrganization,
  endOffice,
  forgetSecondFactor,
  inviteAgain,
  listDirectory,
  listStaff,
  listUnsentMails,
  openRegister,
  readAccount,
  readChanges,
  readChecklist,
  readOrganization,
  readPerson,
  readRegister,
  reopenOrganization,
  resumeOffice,
  settleAccess,
);

export const administrationApi = (world: WorldOf<typeof NEEDS>) =>
  answering(houseApp(world), routes, {
    listDirectory: async (c) =>
      eachOf(
        organizationRowOf,
        await listDirectory(world, c.get('caller'), pageOf(c.req.valid('query'))),
      ),
    addOrganization: async (c) =>
      tagged(
        c,
        organizationRecordOf(await addOrganization(world, c.get('caller'), c.req.valid('json'))),
      ),
    readOrganization: async (c) => {
      const { organizationId } = c.req.valid('param');
      return tagged(
        c,
        organizationRecordOf(await readOrganization(world, c.get('caller'), organizationId)),
      );
    },
    changeOrganization: async (c) => {
      const wish = {
        id: c.req.valid('param').organizationId,
        seen: seenIn(c.req.valid('header')),
        entry: c.req.valid('json'),
      };
      return tagged(
        c,
        organizationRecordOf(await changeOrganization(world, c.get('caller'), wish)),
      );
    },
    closeOrganization: async (c) => {
      const { organizationId } = c.req.valid('param');
      const { successorId } = c.req.valid('json');
      const closed = await closeOrganization(world, c.get('caller'), organizationId, successorId);
      return tagged(c, organizationRecordOf(closed));
    },
    reopenOrganization: async (c) => {
      const { organizationId } = c.req.valid('param');
      const open = await reopenOrganization(world, c.get('caller'), organizationId);
      return tagged(c, organizationRecordOf(open));
    },
    changeSettings: async (c) => {
      const wish = {
        id: c.req.valid('param').organizationId,
        seen: seenIn(c.req.valid('header')),
        settings: c.req.valid('json'),
      };
      return tagged(c, organizationRecordOf(await changeSettings(world, c.get('caller'), wish)));
    },
    listStaff: async (c) => {
      const { organizationId } = c.req.valid('param');
      const staff = await listStaff(world, c.get('caller'), organizationId);
      return { items: staff.map(personRecordOf) };
    },
    addPerson: async (c) => {
      const { organizationId } = c.req.valid('param');
      const added = await addPerson(world, c.get('caller'), organizationId, c.req.valid('json'));
      return tagged(c, personRecordOf(added));
    },
    readPerson: async (c) => {
      const { organizationId, personId } = c.req.valid('param');
      const person = await readPerson(world, c.get('caller'), organizationId, personId);
      return tagged(c, personAtWorkOf(person));
    },
    changePerson: async (c) => {
      const { organizationId, personId } = c.req.valid('param');
      const changed = await changePerson(world, c.get('caller'), organizationId, {
        id: personId,
        seen: seenIn(c.req.valid('header')),
        entry: c.req.valid('json'),
      });
      return tagged(c, personRecordOf(changed));
    },
    endOffice: async (c) => {
      const { organizationId, personId } = c.req.valid('param');
      const over = await endOffice(world, c.get('caller'), organizationId, personId);
      return tagged(c, personRecordOf(over));
    },
    resumeOffice: async (c) => {
      const { organizationId, personId } = c.req.valid('param');
      const back = await resumeOffice(world, c.get('caller'), organizationId, personId);
      return tagged(c, personRecordOf(back));
    },
    readAccount: async (c) => {
      const { organizationId, personId } = c.req.valid('param');
      return accountViewOf(await readAccount(world, c.get('caller'), organizationId, personId));
    },
    inviteAgain: async (c) => {
      const { organizationId, personId } = c.req.valid('param');
      return accountViewOf(await inviteAgain(world, c.get('caller'), organizationId, personId));
    },
    forgetSecondFactor: async (c) => {
      const { organizationId, personId } = c.req.valid('param');
      const asked = await forgetSecondFactor(world, c.get('caller'), organizationId, personId);
      return accountViewOf(asked);
    },
    settleAccess: async (c) => {
      const { organizationId, personId: id } = c.req.valid('param');
      const wish = { id, seen: c.req.valid('json').version };
      return accountViewOf(await settleAccess(world, c.get('caller'), organizationId, wish));
    },
    callOffAccess: (c) => {
      const { organizationId, personId } = c.req.valid('param');
      return callOffAccess(world, c.get('caller'), organizationId, personId);
    },
    readRegister: (c) => readRegister(world, c.get('caller'), c.req.valid('param')),
    openRegister: (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return openRegister(world, c.get('caller'), wish);
    },
    readChanges: (c) => {
      const { organizationId } = c.req.valid('param');
      const page = pageOf(c.req.valid('query'));
      return readChanges(world, c.get('caller'), organizationId, page);
    },
    readChecklist: async (c) => {
      const { organizationId } = c.req.valid('param');
      return { items: await readChecklist(world, c.get('caller'), organizationId) };
    },
    listUnsentMails: (c) => {
      const { organizationId } = c.req.valid('param');
      const page = pageOf(c.req.valid('query'));
      return listUnsentMails(world, c.get('caller'), organizationId, page);
    },
  });
administrationApi.needs = NEEDS;
