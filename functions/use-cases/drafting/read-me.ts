// Who am I here, and what does a new report of mine start from?
import type { Caller } from '../reading/identify.ts';

export const readMe = ({
  person,
  organization,
  at,
}: Caller): Pick<Caller, 'person' | 'organization' | 'at'> => ({ person, organization, at });
