// How is a submission read that was stored before each status had a variant of its own? It is upgraded on read: the
// fields that stood empty are left out.
import * as z from 'zod';

const WHILE_DECIDED = ['round', 'askedAt'];
const WHILE_UNDER_WAY = ['reminders', 'stuck', 'executionStopped', 'resumedSince'];
const SINCE_THE_NUMBER = ['number', 'sealPressedBy', 'files'];

/**
 * One shape held what belongs to any status; whatever was not yet, or no more, was null or counted for nothing. It is known
 * by all of it: what a later version gives to a variant of today must be refused, and not left out.
 */
const Flat = z.looseObject({ status: z.string() });
const isFlat = (record: object): boolean =>
  [...WHILE_DECIDED, ...SINCE_THE_NUMBER].every((name) => name in record);

/** What a flat record of this status said that its variant does not. */
const strangersTo = (status: string): string[] => {
  switch (status) {
    case 'inReview':
      return SINCE_THE_NUMBER;
    case 'issuing':
    case 'issued':
      return WHILE_DECIDED;
    case 'voided':
      return [...WHILE_DECIDED, ...WHILE_UNDER_WAY];
    default:
      return ['askedAt', ...WHILE_UNDER_WAY, ...SINCE_THE_NUMBER];
  }
};

const UNDER_WAY = ['inReview', 'issuing', 'issued'];

/** The record by variants; one that is so already is left as it is. What is neither is for the schema to refuse. */
export const byVariants = (record: unknown): unknown => {
  const flat = Flat.safeParse(record);
  if (!flat.success || !isFlat(flat.data)) return record;
  const { status, ...rest } = flat.data;
  const strangers = strangersTo(status);
  const kept = Object.entries(rest).filter(([name]) => !strangers.includes(name));
  return {
    ...Object.fromEntries(kept),
    ...(UNDER_WAY.includes(status) ? { status } : { status: 'ended', how: status }),
  };
};
