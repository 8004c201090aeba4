// Which account and region does the local stack stand for?
import type { AccountAndRegion } from './service.ts';

/** Singapore, the nearest to Vietnam and where the prices of the bench are taken from. */
export const REGION = 'ap-southeast-1';
/** An account number that belongs to nobody. */
export const ACCOUNT = '000000000000';
export const PARTITION = 'aws';
export const ACCOUNT_AND_REGION: AccountAndRegion = { region: REGION, account: ACCOUNT };
