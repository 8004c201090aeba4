// cli trust: which authorities are trusted, and from when until when? Whoever set the system up adds one, or ends it, and says why.
import { X509Certificate } from 'node:crypto';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { sha256 } from '../../domain/canonical-hash.ts';
import { LONGEST_REASON } from '../../domain/content/lengths.ts';
import { type Anchor, trustedNow } from '../../domain/directory/anchor.ts';
import { instantOf } from '../../domain/instant-of.ts';
import { beginningOf, OfficeDay, officeDayOf } from '../../domain/office-calendar.ts';
import { Refusal } from '../../domain/refusal.ts';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import { checkTrust, type TrustCheck } from '../../use-cases/operation/check-trust.ts';
import {
  distrustAuthorities,
  trustAuthorities,
} from '../../use-cases/operation/trust-authorities.ts';
import { type Resting, whatRests } from '../../use-cases/operation/what-rests.ts';
import { atPlace } from './at-place.ts';
import { authoritiesIn } from './authorities-in.ts';
import { readDeployment } from './deployment-file.ts';
import { read } from './files.ts';
import type { openFirstDay } from './first-day-world.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

type Opened = ReturnType<typeof openFirstDay>;

const dayOf = (date: Date): string => officeDayOf(instantOf(date));

const subjectOf = (certificate: X509Certificate): string => {
  const { commonName, organization } = certificateFacts(certificate);
  return [commonName, organization].filter((part) => part !== '').join(', ');
};

/** As the authority itself names it, so that one can compare it with what it publishes. */
const described = (der: Uint8Array): string[] => {
  const certificate = new X509Certificate(der);
  const { serialNumber, sha256: fingerprint } = certificateFacts(certificate);
  const { validFromDate, validToDate } = certificate;
  return [
    subjectOf(certificate),
    `  serial       ${serialNumber}`,
    `  SHA-256      ${fingerprint}`,
    `  valid        ${dayOf(validFromDate)} to ${dayOf(validToDate)}`,
  ];
};

const whileTrusted = ({ from, until }: Anchor): string => {
  const since = from === null ? 'from before this was written down' : `from ${officeDayOf(from)}`;
  return until === null ? since : `${since} until ${until}: for what was signed before`;
};

/** What it means that the list is not as the chain says. */
const SUSPICION: Record<Exclude<TrustCheck, 'asSaid'>, string> = {
  unsaid:
    'No change in the history tells of this list: it was written before such changes stood there, or past them.',
  changedSilently:
    'This list is not what the last change in the history says of it: somebody has written it past `cli trust`. CloudTrail knows who.',
  chainBroken:
    'The history of the office with which this system began is not whole: a change in it was altered or left out, and this list may be wrong as well.',
};

const list = async ({ world }: Opened): Promise<void> => {
  const anchors = await world.trustDesk.anchors();
  if (anchors.length === 0) console.log('No authority is trusted.');
  for (const anchor of anchors)
    console.log(
      [...described(anchor.certificate), `  trusted      ${whileTrusted(anchor)}`, ''].join('\n'),
    );
  const found = await checkTrust(world);
  if (found !== 'asSaid') throw new Refused(1, SUSPICION[found]);
};

/** Where nobody has begun yet there is no history in which it could stand. */
const afterTheBeginning = async <Result>(act: Promise<Result>): Promise<Result> => {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'organization_not_found')) throw error;
    throw new Refused(
      1,
      'This system has no office yet, in whose history it could stand: `cli bootstrap` begins one, and trusts whom --trust names.',
    );
  }
};

const add = async (
  { world }: Opened,
  certificates: Uint8Array[],
  because: string,
): Promise<void> => {
  const added = await afterTheBeginning(trustAuthorities(world, certificates, because));
  if (added.length === 0) console.log('They are trusted already.');
  for (const der of added) console.log(['Trusted from now on:', ...described(der), ''].join('\n'));
};

const FINGERPRINT = /^[0-9a-f]{64}$/;

/** A certificate in a file, or by its fingerprint, as `list` writes it or with colons between. */
const fingerprintsIn = (named: string): string[] => {
  const hex = named.replaceAll(':', '').toLowerCase();
  if (FINGERPRINT.test(hex)) return [hex];
  const certificates = certificatesIn(read(named).toString('utf8'));
  if (!certificates?.length)
    throw new Refused(1, `${named}: holds no certificate that can be read`);
  return certificates.map(({ raw }) => sha256(raw));
};

const consequences = ({ rests, unclear }: Resting, isLast: boolean): string[] => [
  rests.length === 0
    ? 'No key that is enrolled here is known to rest on it.'
    : `These sign no more until they are enrolled anew: ${rests.join('; ')}.`,
  ...(unclear.length > 0
    ? [`Who vouches for these is known where their keys lie, and not here: ${unclear.join('; ')}.`]
    : []),
  ...(isLast ? ['Nobody else is trusted: then nothing can be signed here.'] : []),
];

type Ending = { named: string[]; since: OfficeDay | null; because: string; isSure: boolean };

const remove = async (
  { world }: Opened,
  { named, since, because, isSure }: Ending,
): Promise<void> => {
  const now = world.clock.now();
  const anchors = await world.trustDesk.anchors();
  const found = named.flatMap((name) =>
    fingerprintsIn(name).map((fingerprint) => {
      const anchor = anchors.find(({ certificate }) => sha256(certificate) === fingerprint);
      if (anchor === undefined)
        throw new Refused(1, `${name}: was never trusted here; \`cli trust list\` says who was`);
      if (anchor.until !== null && since === null)
        throw new Refused(
          1,
          `${name}: has ended already, on ${anchor.until}; another moment is said with --since`,
        );
      return anchor;
    }),
  );
  const until = since === null ? now : beginningOf(since);
  if (until > now) throw new Refused(2, `--since ${since}: is still to come`);
  const ending = trustedNow(found);
  const remaining = trustedNow(anchors).filter((one) => !ending.includes(one));
  const resting = await whatRests(world, {
    remaining: remaining.map(({ certificate }) => certificate),
    ended: ending.map(({ certificate }) => certificate),
  });
  for (const { certificate, until: before } of found)
    console.log(
      [
        ...described(certificate),
        ...(before === null ? [] : [`  ended        on ${before} until now, from now on ${until}`]),
      ].join('\n'),
    );
  console.log(
    [
      `Nothing that was signed since ${until} is believed by it. What was signed before stays valid: documents issued by this system as they are, other files and attachments where a trusted timestamp proves when.`,
      ...(ending.length > 0 ? consequences(resting, remaining.length === 0) : []),
    ].join('\n'),
  );
  if (!isSure) throw new Refused(1, 'Nothing was changed. If that is wanted, say --yes.');
  const certificates = found.map(({ certificate }) => certificate);
  await afterTheBeginning(distrustAuthorities(world, certificates, until, because));
  console.log('Trusted no more.');
};

const dayIn = (text: string | undefined): OfficeDay | null => {
  if (text === undefined) return null;
  const day = OfficeDay.safeParse(text);
  if (!day.success) throw new Refused(2, `--since ${text}: is no day such as 2026-11-30`);
  return day.data;
};

/** What stands in the history for good. */
const Because = z.string().trim().min(1).max(LONGEST_REASON);

const reasonIn = (text: string | undefined): string => {
  const because = Because.safeParse(text);
  if (!because.success)
    throw new Refused(
      2,
      `--because "WHY": says in at most ${LONGEST_REASON} letters why; it stands in the history`,
    );
  return because.data;
};

export const trust = async (parts: string[]): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      stage: { type: 'string' },
      since: { type: 'string' },
      because: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  const [verb, ...named] = positionals;
  const { at, stage, since, because, yes: isSure } = values;
  const isEnding = verb === 'remove';
  const isWell = verb === 'list' ? named.length === 0 : named.length > 0;
  const isWordy = verb === 'list' && because !== undefined;
  if (!at || !isWell || isWordy || (!isEnding && (since !== undefined || isSure)))
    throw new Refused(2, USAGE);
  const acts: Record<string, () => (opened: Opened) => Promise<void>> = {
    list: () => list,
    add: () => {
      const reason = reasonIn(because);
      const certificates = named.flatMap(authoritiesIn).map(({ raw }) => raw);
      return (opened) => add(opened, certificates, reason);
    },
    remove: () => {
      const ending = { named, since: dayIn(since), because: reasonIn(because), isSure };
      return (opened) => remove(opened, ending);
    },
  };
  const act = acts[verb ?? '']?.();
  if (act === undefined) throw new Refused(2, USAGE);
  await atPlace(readDeployment(at, stage), act);
  return 0;
};
