// What does a clerk ask for and press? The routes of `functions/contracts/routes/registry.ts`, by their names.
import { queryOptions } from '@tanstack/react-query';
import type { Series } from '../../functions/domain/issued/register.ts';
import type { BookOrder, RegisterFilter } from '../filters/filters.ts';
import { askedAgain, COUNTED_MS, pages, WAITING_MS } from './asking.ts';
import { api, pressed, read, type Said } from './client.ts';
import { pdf } from './file.ts';

const one = api.registry[':submissionId'];

export const listRegistry = () =>
  pages(['registry'], (query) => read(api.registry.$get({ query })), WAITING_MS);

export const readRegistrySubmission = (submissionId: string) =>
  queryOptions({
    queryKey: ['registry', submissionId],
    queryFn: () => read(one.$get({ param: { submissionId } })),
    refetchInterval: ({ state: { data } }) => (data ? askedAgain(data) : false),
  });

/** The document as its signer left it, for the clerk to print. */
export const linkSignedRevision = (submissionId: string) =>
  pdf(['signed', submissionId], () => read(one.signed.$get({ param: { submissionId } })));

export const sealAndIssue = (submissionId: string, key: string) =>
  read(one.seal.$post({ param: { submissionId }, header: pressed(key) }));

export const resumeIssue = (submissionId: string, key: string) =>
  read(one.resumption.$post({ param: { submissionId }, header: pressed(key) }));

const givingUp = one['giving-up'];

export const giveUpIssue = (submissionId: string, said: Said<typeof givingUp.$post>, key: string) =>
  read(givingUp.$post({ param: { submissionId }, header: pressed(key), json: said }));

/** What could not be delivered, by the report and whom it was for. */
type Held = { reportId: string; recipientId: string };
const held = api['held-deliveries'][':reportId'][':recipientId'];

export const listHeldDeliveries = () =>
  pages(['held-deliveries'], (query) => read(api['held-deliveries'].$get({ query })), COUNTED_MS);

export const readHeldDelivery = ({ reportId, recipientId }: Held) =>
  queryOptions({
    queryKey: ['held-deliveries', reportId, recipientId],
    queryFn: () => read(held.$get({ param: { reportId, recipientId } })),
  });

export const sendHeldDelivery = (
  { reportId, recipientId }: Held,
  said: Said<typeof held.sending.$post>,
  key: string,
) =>
  read(held.sending.$post({ param: { reportId, recipientId }, header: pressed(key), json: said }));

const writingOff = held['writing-off'];

export const writeOffHeldDelivery = (
  { reportId, recipientId }: Held,
  said: Said<typeof writingOff.$post>,
  key: string,
) => read(writingOff.$post({ param: { reportId, recipientId }, header: pressed(key), json: said }));

export const listOutgoing = (
  year: number,
  series: Series,
  filter: RegisterFilter & { order?: BookOrder },
) =>
  pages(['outgoing', year, series, filter], (query) =>
    read(api.registers.outgoing.$get({ query: { year, series, ...filter, ...query } })),
  );
