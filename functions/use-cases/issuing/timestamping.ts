// Who proves the time of an agency's signatures? The servers of this stage, as strictly as the agency wants it.
import type { Organization } from '../../domain/directory/organization.ts';
import { NO_TIMESTAMP, type Timestamping } from '../../signing/sign/timestamp.ts';
import type { Needs } from '../world.ts';

/** Where no server is named, there is nothing to be strict about. */
export const timestampingFor = (
  { timestampServers: servers }: Needs<'timestampServers'>,
  { settings }: Organization,
): Timestamping =>
  servers.length === 0 ? NO_TIMESTAMP : { servers, whenNoneAnswers: settings.withoutTimestamp };
