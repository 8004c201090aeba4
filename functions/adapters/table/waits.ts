// What waits for people, what does the workflow owe, and with what is it answered?
import * as z from 'zod';
import { SubmissionId } from '../../domain/ids.ts';
import type { Owed, Tokens, Waiting } from '../../use-cases/ports.ts';
import { askedOfKey, OWED, tokenKey } from './keys.ts';
import { readList, readOne } from './reads.ts';
import { askedIn, tokenIn } from './submission-item.ts';
import type { Table } from './table.ts';

const SubmissionName = z.looseObject({ id: SubmissionId });

export const waitingIn = (table: Table): Waiting => ({
  of: (organizationId, asked, pageOf) =>
    readList(table, { of: 'index', partition: askedOfKey(organizationId, asked) }, pageOf, askedIn),
});

export const owedIn = (table: Table): Owed => ({
  before: (at, pageOf) =>
    readList(
      table,
      { of: 'index', partition: OWED, within: { before: at } },
      pageOf,
      ({ record }) => SubmissionName.parse(record).id,
    ),
});

export const tokensIn = (table: Table): Tokens => ({
  read: (submissionId, wait) => readOne(table, tokenKey(submissionId, wait), tokenIn),
});
