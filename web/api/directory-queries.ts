// What does an administrator ask of the directory that he keeps?
import { queryOptions } from '@tanstack/react-query';
import type { Series } from '../../functions/domain/register.ts';
import { api, read } from './client.ts';
import { pages } from './queries.ts';

export const directory = pages(['directory'], (query) => read(api.directory.$get({ query })));

export const organization = (organizationId: string) =>
  queryOptions({
    queryKey: ['organization', organizationId],
    queryFn: () => read(api.directory[':organizationId'].$get({ param: { organizationId } })),
  });

export const staff = (organizationId: string) =>
  queryOptions({
    queryKey: ['staff', organizationId],
    queryFn: () =>
      read(api.directory[':organizationId'].people.$get({ param: { organizationId } })),
  });

/** To be changed: the list lags, this does not. */
export const person = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['person', organizationId, personId],
    queryFn: () =>
      read(
        api.directory[':organizationId'].people[':personId'].$get({
          param: { organizationId, personId },
        }),
      ),
  });

export const register = (organizationId: string, year: number, series: Series) =>
  queryOptions({
    queryKey: ['register', organizationId, year, series],
    queryFn: () =>
      read(
        api.directory[':organizationId'].registers[':year'][':series'].$get({
          param: { organizationId, year: String(year), series },
        }),
      ),
  });

export const changes = (organizationId: string) =>
  pages(['changes', organizationId], (query) =>
    read(api.directory[':organizationId'].changes.$get({ param: { organizationId }, query })),
  );

export const unsentMails = (organizationId: string) =>
  pages(['unsent-mails', organizationId], (query) =>
    read(
      api.directory[':organizationId']['unsent-mails'].$get({ param: { organizationId }, query }),
    ),
  );
