// Who am I here, and what does a new report of mine start from?
import type { Me } from '../../contracts/views.ts';
import type { Caller } from '../reading/identify.ts';

export const readMe = ({ person, organization }: Caller): Me => {
  const { sealKey: _, ...shown } = organization;
  const { id, organizationId, name, title, roles, signatureBlock } = person;
  return {
    person: { id, organizationId, name, title, roles, signatureBlock },
    organization: shown,
  };
};
