// What does an office still lack before it can issue its first report, and whose press is each? One line a thing, from what
// the directory, the registers and the deployment say at this moment.
import * as z from 'zod';
import { DOCUMENT_TYPES } from '../content/document-type.ts';
import type { Instant } from '../ids.ts';
import type { Series } from '../issued/register.ts';
import { Refusal } from '../refusal.ts';
import { checkChainPeople, signerIn } from '../workflow/chain-people.ts';
import { checkChain } from '../workflow/submission.ts';
import { hasRole, type Organization, type Person, Role } from './organization.ts';
import { isSettled } from './settled-access.ts';

/** In the order in which they are done: nobody is asked before they are let in, no key is tried before it is known whom to trust. */
export const CHECKS = [
  'people',
  'chain',
  'trust',
  'keys',
  'images',
  'registers',
  'mail',
  'timestamps',
] as const;
export const Check = z.enum(CHECKS);
export type Check = z.infer<typeof Check>;

/** An administrator of the office; each signer for themselves; or whoever set the system up. */
export const Presser = z.enum(['administrator', 'signers', 'operator']);
export type Presser = z.infer<typeof Presser>;

export const ChecklistLine = z.strictObject({
  check: Check,
  /** `unknown` when it could not be found out now. */
  state: z.enum(['done', 'missing', 'unknown']),
  by: Presser,
  /** Of `people`: what nobody there may do. */
  roles: z.array(Role),
  /**
   * Of `keys` and `images`: who has none; of `people`: who signs or seals when a second administrator agrees, or in a day; of
   * `registers`: the types whose register it is about, unless it is one for all.
   */
  names: z.array(z.string()),
});
export type ChecklistLine = z.infer<typeof ChecklistLine>;

/** Without any of these a report does not get from a draft to an inbox. Whoever checks may be left out. */
const NEEDED: readonly Role[] = ['drafter', 'signer', 'clerk', 'recipientOfficer'];

export type OfficeFacts = {
  organization: Organization;
  /** Everybody who was ever let in. */
  people: readonly Person[];
  at: Instant;
  /** The ids of the office and of people whose key signs today: its certificate is neither over nor revoked. */
  signing: ReadonlySet<string>;
  /** Whether any authority is trusted. */
  isTrusting: boolean;
  /** The registers that it uses this year, and whether it is known where each begins. */
  registers: readonly { series: Series; isKnown: boolean }[];
  /** Whether mail leaves, as far as can be found out. */
  mailLeaves: boolean | null;
  /** Whether a timestamp server is named. */
  provesTime: boolean;
};

const isChainGood = ({ organization, people, at }: OfficeFacts): boolean => {
  const { chain } = organization.settings;
  try {
    checkChain(chain);
    checkChainPeople(chain, [...people], at);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** Who signs at the end of the office's steps; all who may, as long as nobody is named there. */
const signersIn = ({ organization, people, at }: OfficeFacts): Person[] => {
  const able = people.filter((person) => hasRole(person, 'signer', at));
  const named = able.filter(({ id }) => id === signerIn(organization.settings.chain));
  return named.length > 0 ? named : able;
};

/** By whom a document would be signed, or sealed, if their way in stood; nobody where somebody else can. */
const notYetIn = (facts: OfficeFacts): Person[] => {
  const { organization, people, at } = facts;
  const clerks =
    organization.settings.sealing === 'clerk'
      ? people.filter((person) => hasRole(person, 'clerk', at))
      : [];
  const waiting = [signersIn(facts), clerks].flatMap((able) =>
    able.some((person) => isSettled(person, at)) ? [] : able,
  );
  return [...new Set(waiting)];
};

type Found = Pick<ChecklistLine, 'state'> & Partial<ChecklistLine>;

const missingUnless = (isDone: boolean): Found => ({ state: isDone ? 'done' : 'missing' });

const HOW: Record<Check, (facts: OfficeFacts) => Found> = {
  people: (facts) => {
    const { people, at } = facts;
    const roles = NEEDED.filter((role) => !people.some((person) => hasRole(person, role, at)));
    const names = notYetIn(facts).map(({ name }) => name);
    return { ...missingUnless(roles.length === 0 && names.length === 0), roles, names };
  },
  chain: (facts) => missingUnless(isChainGood(facts)),
  trust: ({ isTrusting }) => ({ ...missingUnless(isTrusting), by: 'operator' }),
  keys: (facts) => {
    const signers = signersIn(facts);
    const names = [...signers, facts.organization]
      .filter(({ id }) => !facts.signing.has(id))
      .map(({ name }) => name);
    return { ...missingUnless(signers.length > 0 && names.length === 0), names };
  },
  images: (facts) => {
    const { organization } = facts;
    const signers = signersIn(facts);
    const without = signers.filter(({ signatureImage }) => signatureImage === null);
    const names = [...without, ...(organization.sealImage === null ? [organization] : [])].map(
      ({ name }) => name,
    );
    return {
      ...missingUnless(signers.length > 0 && names.length === 0),
      by: organization.sealImage !== null && without.length > 0 ? 'signers' : 'administrator',
      names,
    };
  },
  registers: ({ registers }) => {
    const unknown = registers.filter(({ isKnown }) => !isKnown);
    const names = unknown.flatMap(({ series }) =>
      series === 'all' ? [] : [DOCUMENT_TYPES[series].name],
    );
    return { ...missingUnless(unknown.length === 0), names };
  },
  mail: ({ mailLeaves }) => ({
    ...(mailLeaves === null ? { state: 'unknown' as const } : missingUnless(mailLeaves)),
    by: 'operator',
  }),
  timestamps: ({ provesTime }) => ({ ...missingUnless(provesTime), by: 'operator' }),
};

/** All lines, those that are done too. */
export const checklistOf = (facts: OfficeFacts): ChecklistLine[] =>
  CHECKS.map((check) => ({
    check,
    by: 'administrator',
    roles: [],
    names: [],
    ...HOW[check](facts),
  }));
