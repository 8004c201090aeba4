// Which offices are there, and what stands at the head of their papers? Entered, corrected, closed and reopened by those who keep them.

import type { OrganizationRecord, OrganizationRow } from '../../contracts/directory-views.ts';
import {
  changedIn,
  ended,
  newOrganization,
  OrganizationEntry,
  resumed,
} from '../../domain/directory-entry.ts';
import type { OrganizationId, Sha256 } from '../../domain/ids.ts';
import { isValidAt } from '../../domain/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory, expectVersion, versionOf } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Page, PageOf } from '../ports.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { findAdministered, findDescribed } from './find-administered.ts';
import { type Desk, presentOrganization } from './present-organization.ts';

/** All of the directory, by name, closed ones too. Refusals: not_permitted (as of all here), cursor_invalid. */
export const listDirectory = async (
  { directory }: Needs<'directory'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<OrganizationRow>> => {
  requireRole(caller, 'administrator');
  const { items, cursor } = await directory.organizations(page);
  return {
    items: items.map(({ id, name, place, parentId, validUntil, successorId }) => ({
      id,
      name,
      place,
      parentId,
      validUntil,
      successorId,
    })),
    cursor,
  };
};

/** Refusal: organization_not_found. */
export const readOrganization = async (
  world: Desk,
  caller: Caller,
  id: OrganizationId,
): Promise<OrganizationRecord> => {
  requireRole(caller, 'administrator');
  return presentOrganization(world, caller, await findOrganization(world, id));
};

/** Under one that the caller keeps or may describe, or under none. Refusal: organization_not_found. */
export const addOrganization = async (
  world: Desk & Needs<'ids' | 'presses'>,
  caller: Caller,
  { parentId, ...entry }: OrganizationEntry & { parentId: OrganizationId | null },
): Promise<OrganizationRecord> => {
  requireRole(caller, 'administrator');
  const act = async () => {
    if (parentId !== null) await findDescribed(world, caller, parentId);
    const after = newOrganization(world.ids.organization(), parentId, entry, caller.at);
    await changeDirectory(world, caller, after.id, async () => ({
      organization: { before: null, after },
      happening: { kind: 'organizationAdded', organizationId: after.id, name: after.name },
      made: after.id,
    }));
    return after;
  };
  const found = (made: OrganizationId) => findOrganization(world, made);
  return presentOrganization(world, caller, await pressOnce(world, caller, act, found));
};

/** Refusals: organization_not_found, entry_changed. */
export const changeOrganization = async (
  world: Desk,
  caller: Caller,
  { id, seen, entry }: { id: OrganizationId; seen: Sha256; entry: OrganizationEntry },
): Promise<OrganizationRecord> => {
  const before = await findDescribed(world, caller, id);
  const after = { ...before, ...entry };
  if (versionOf(after) === versionOf(before)) return presentOrganization(world, caller, before);
  expectVersion(before, seen);
  const { name } = after;
  const changes = changedIn(OrganizationEntry.strip().parse(before), entry);
  await changeDirectory(world, caller, id, async () => ({
    organization: { before, after },
    happening: { kind: 'organizationChanged', organizationId: id, name, ...changes },
  }));
  return presentOrganization(world, caller, after);
};

/**
 * Nothing is sent to it any more, and nobody of it gets in. Refusals: organization_not_found, not_permitted for one's own,
 * status_wrong when it is closed, successor_unknown when the one that takes its place is not there or closed.
 */
export const closeOrganization = async (
  world: Desk & Needs<'presses'>,
  caller: Caller,
  id: OrganizationId,
  successorId: OrganizationId | null,
): Promise<OrganizationRecord> => {
  const find = () => findAdministered(world, caller, id);
  const act = async () => {
    await changeDirectory(world, caller, id, async () => {
      const before = await find();
      if (id === caller.organization.id) throw new Refusal('not_permitted');
      if (successorId !== null) {
        const successor = await world.directory.organization(successorId);
        if (successorId === id || successor === null || !isValidAt(successor, caller.at)) {
          const fields = [{ path: ['successorId'], message: 'is no open organization' }];
          throw new Refusal('successor_unknown', { fields });
        }
      }
      const { name } = before;
      return {
        organization: { before, after: { ...ended(before, caller.at), successorId } },
        happening: { kind: 'organizationClosed', organizationId: id, name, successorId },
      };
    });
    return find();
  };
  return presentOrganization(world, caller, await pressOnce(world, caller, act, find));
};

/**
 * It is there again, nothing takes its place any more, and those who were in office in it get in again. Refusals:
 * not_permitted, organization_not_found, status_wrong when it is not closed.
 */
export const reopenOrganization = async (
  world: Desk & Needs<'presses'>,
  caller: Caller,
  id: OrganizationId,
): Promise<OrganizationRecord> => {
  const find = () => findAdministered(world, caller, id);
  const act = async () => {
    await changeDirectory(world, caller, id, async () => {
      const before = await find();
      return {
        organization: { before, after: { ...resumed(before, caller.at), successorId: null } },
        happening: { kind: 'organizationReopened', organizationId: id, name: before.name },
      };
    });
    return find();
  };
  return presentOrganization(world, caller, await pressOnce(world, caller, act, find));
};
