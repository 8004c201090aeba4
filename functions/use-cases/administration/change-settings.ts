// How does an office work? Its administrators say who seals, how numbers run, whom a report goes to, and when people are reminded.
import { changedIn, Settings, type SettingsEntry } from '../../domain/directory/directory-entry.ts';
import { expectVersion, versionOf } from '../../domain/directory/entry-version.ts';
import type { OrganizationId, Sha256 } from '../../domain/ids.ts';
import { checkChainPeople } from '../../domain/workflow/chain-people.ts';
import { checkChain } from '../../domain/workflow/submission.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';
import { type SeenOrganization, seenOrganization } from './seen-organization.ts';

const NEEDS = ['directory', 'directoryDesk'] as const;

/**
 * What is on its way keeps its chain, who seals it, and when its people are reminded for the first time; everything else
 * holds from the next step on. An office that only receives has no chain.
 * Refusals: not_permitted, organization_not_found, chain_without_signer, chain_person_unknown, entry_changed.
 */
export const changeSettings = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { id, seen, settings }: { id: OrganizationId; seen: Sha256; settings: SettingsEntry },
): Promise<SeenOrganization> => {
  const before = await findAdministered(world, caller, id);
  const after = { ...before, settings: { ...before.settings, ...settings } };
  if (versionOf(after) === versionOf(before)) return seenOrganization(world, caller, before);
  expectVersion(before, seen);
  if (settings.chain.length > 0) checkChain(settings.chain);
  checkChainPeople(settings.chain, await world.directory.people(id), caller.at);
  const changes = changedIn(Settings.strip().parse(before.settings), settings);
  await changeDirectory(world, caller, id, async () => ({
    organization: { before, after },
    happening: { kind: 'settingsChanged', ...changes },
  }));
  return seenOrganization(world, caller, after);
};
changeSettings.needs = NEEDS;
