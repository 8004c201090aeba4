// Under which offices does one lie? Their administrators keep it as its own do.
import type { Organization } from '../../domain/directory/organization.ts';
import type { Needs } from '../world.ts';

/** From a unit of a commune up to the government are five steps; twice as many go round in a circle. */
const MOST_STEPS = 10;

/** It and what it lies under, nearest first. */
export const lineOf = async (
  { directory }: Needs<'directory'>,
  organization: Organization,
): Promise<Organization[]> => {
  const line = [organization];
  let above = organization.parentId;
  while (above !== null && line.length < MOST_STEPS) {
    const next = await directory.organization(above);
    if (next === null) break;
    line.push(next);
    above = next.parentId;
  }
  return line;
};
