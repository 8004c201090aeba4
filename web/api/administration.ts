// What does an administrator ask for and press? The routes of `functions/contracts/routes/administration.ts`, by their names.
import { queryOptions } from '@tanstack/react-query';
import type { Series } from '../../functions/domain/issued/register.ts';
import { pages } from './asking.ts';
import { api, ifUnchanged, pressed, read, type Said } from './client.ts';

const one = api.directory[':organizationId'];
const somebody = one.people[':personId'];
const book = one.registers[':year'][':series'];

export const listDirectory = () =>
  pages(['directory'], (query) => read(api.directory.$get({ query })));

export const addOrganization = (said: Said<typeof api.directory.$post>, key: string) =>
  read(api.directory.$post({ header: pressed(key), json: said }));

export const readOrganization = (organizationId: string) =>
  queryOptions({
    queryKey: ['organization', organizationId],
    queryFn: () => read(one.$get({ param: { organizationId } })),
  });

export const changeOrganization = (
  organizationId: string,
  version: string,
  said: Said<typeof one.$put>,
) => read(one.$put({ param: { organizationId }, header: ifUnchanged(version), json: said }));

export const closeOrganization = (
  organizationId: string,
  said: Said<typeof one.closing.$post>,
  key: string,
) => read(one.closing.$post({ param: { organizationId }, header: pressed(key), json: said }));

export const reopenOrganization = (organizationId: string, key: string) =>
  read(one.reopening.$post({ param: { organizationId }, header: pressed(key) }));

export const changeSettings = (
  organizationId: string,
  version: string,
  said: Said<typeof one.settings.$put>,
) =>
  read(one.settings.$put({ param: { organizationId }, header: ifUnchanged(version), json: said }));

export const listStaff = (organizationId: string) =>
  queryOptions({
    queryKey: ['staff', organizationId],
    queryFn: () => read(one.people.$get({ param: { organizationId } })),
  });

export const addPerson = (
  organizationId: string,
  said: Said<typeof one.people.$post>,
  key: string,
) => read(one.people.$post({ param: { organizationId }, header: pressed(key), json: said }));

/** To be changed: the list lags, this does not. */
export const readPerson = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['person', organizationId, personId],
    queryFn: () => read(somebody.$get({ param: { organizationId, personId } })),
  });

export const changePerson = (
  organizationId: string,
  personId: string,
  version: string,
  said: Said<typeof somebody.$put>,
) =>
  read(
    somebody.$put({
      param: { organizationId, personId },
      header: ifUnchanged(version),
      json: said,
    }),
  );

export const endOffice = (organizationId: string, personId: string, key: string) =>
  read(somebody.end.$post({ param: { organizationId, personId }, header: pressed(key) }));

export const resumeOffice = (organizationId: string, personId: string, key: string) =>
  read(somebody.resumption.$post({ param: { organizationId, personId }, header: pressed(key) }));

export const readAccount = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['account', organizationId, personId],
    queryFn: () => read(somebody.account.$get({ param: { organizationId, personId } })),
  });

export const inviteAgain = (organizationId: string, personId: string, key: string) =>
  read(somebody.invitation.$post({ param: { organizationId, personId }, header: pressed(key) }));

export const forgetSecondFactor = (organizationId: string, personId: string, key: string) =>
  read(
    somebody['second-factor-loss'].$post({
      param: { organizationId, personId },
      header: pressed(key),
    }),
  );

export const settleAccess = (
  organizationId: string,
  personId: string,
  said: Said<typeof somebody.access.settlement.$post>,
  key: string,
) =>
  read(
    somebody.access.settlement.$post({
      param: { organizationId, personId },
      header: pressed(key),
      json: said,
    }),
  );

export const callOffAccess = (organizationId: string, personId: string, key: string) =>
  read(
    somebody.access['calling-off'].$post({
      param: { organizationId, personId },
      header: pressed(key),
    }),
  );

const bookOf = (organizationId: string, year: number, series: Series) => ({
  param: { organizationId, year: String(year), series },
});

export const readRegister = (organizationId: string, year: number, series: Series) =>
  queryOptions({
    queryKey: ['register', organizationId, year, series],
    queryFn: () => read(book.$get(bookOf(organizationId, year, series))),
  });

export const openRegister = (
  organizationId: string,
  year: number,
  series: Series,
  said: Said<typeof book.$put>,
) => read(book.$put({ ...bookOf(organizationId, year, series), json: said }));

export const readChanges = (organizationId: string) =>
  pages(['changes', organizationId], (query) =>
    read(one.changes.$get({ param: { organizationId }, query })),
  );

export const readChecklist = (organizationId: string) =>
  queryOptions({
    queryKey: ['checklist', organizationId],
    queryFn: () => read(one.checklist.$get({ param: { organizationId } })),
  });

export const listUnsentMails = (organizationId: string) =>
  pages(['unsent-mails', organizationId], (query) =>
    read(one['unsent-mails'].$get({ param: { organizationId }, query })),
  );
