// In which stage is the system deployed? Its settings, as `-c name=value` and the list below give them.
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

/** S3 Object Lock: nobody at all can delete under COMPLIANCE; under GOVERNANCE those with a special permission can. */
type Retention = { mode: 'COMPLIANCE' | 'GOVERNANCE'; days: number };

/** So many years and never a day less: of any four years in a row one may be a leap year. */
const daysOf = (years: number): number => years * 365 + Math.ceil(years / 4);

/** A hundred with their leap days are more than the 36,500 days that Object Lock takes. */
const MOST_YEARS = 99;

/** More would be asked for longer than the functions that sign and seal may take. */
const MOST_TIMESTAMP_SERVERS = 5;

/** Addresses of RFC 3161 servers with commas between, in the order in which they are asked; none by default. */
const TimestampServers = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((address) => address !== ''))
  .pipe(z.array(z.url({ protocol: /^https?$/ })).max(MOST_TIMESTAMP_SERVERS));

/**
 * How many files of strangers are judged at once, set aside for them and taken from everybody else. None by default: a new
 * account has so few calls at once that Lambda lets nothing be set aside.
 */
const VerifierAtOnce = z.coerce.number().int().min(1).max(100).optional();

/** Whether AWS WAF stands before CloudFront. It costs something each month, so somebody decides. */
const Firewall = z
  .enum(['true', 'false'])
  .default('false')
  .transform((said) => said === 'true');

/**
 * EventBridge hears of calls in the account while a trail of CloudTrail writes all management events down, reading ones as
 * well. `account`: there is one already, of the account or its organization; a second would be paid for.
 */
const Trail = z.enum(['own', 'account']).default('own');

/** The address that people type, and its certificate: CloudFront looks for certificates in us-east-1 alone. */
const OwnAddress = {
  domain: z.hostname().optional(),
  certificate: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/)
    .optional(),
};

const Demo = z.object({
  stage: z.literal('demo'),
  timestampServers: TimestampServers,
  verifierAtOnce: VerifierAtOnce,
  firewall: Firewall,
  trail: Trail,
  ...OwnAddress,
  /** `.example` belongs to nobody (RFC 2606): mail that leaves a demo by mistake arrives nowhere. */
  mailFrom: z.email().default('van-thu@trinh-ky.example'),
  alarmsTo: z.email().optional(),
});

const Production = z.object({
  stage: z.literal('production'),
  timestampServers: TimestampServers,
  verifierAtOnce: VerifierAtOnce,
  firewall: Firewall,
  trail: Trail,
  ...OwnAddress,
  mailFrom: z.email(),
  alarmsTo: z.email(),
  /** Decided by the agency's list of retention periods; it cannot be shortened for what is stored already. */
  retentionYears: z.coerce.number().int().min(5).max(MOST_YEARS),
});

const Context = z
  .discriminatedUnion('stage', [Demo, Production])
  .refine(({ domain, certificate }) => (domain === undefined) === (certificate === undefined), {
    error: 'domain and certificate are given together',
  });

const SETTINGS = [...new Set(Context.options.flatMap(({ shape }) => Object.keys(shape)))];

export type Stage = {
  name: 'demo' | 'production';
  /** Begins the name of every stack, so that two stages fit into one account. */
  prefix: string;
  mailFrom: string;
  alarmsTo: string | undefined;
  timestampServers: string[];
  verifierAtOnce: number | undefined;
  firewall: boolean;
  /** Whose trail tells of calls in the account: the stage's own, or one that is there. */
  trail: 'own' | 'account';
  /** Without one, CloudFront's own address and certificate. */
  ownAddress: { domain: string; certificate: string } | undefined;
  signedRetention: Retention;
  /** No stack can be deleted until somebody takes this away first: with the machine would end every submission under way. */
  terminationProtection: boolean;
  logRetention: RetentionDays;
};

/** Reads the settings from the CDK context; without any it is the demo. Throws on a wrong or missing setting, by its name. */
export const readStage = (context: (name: string) => unknown): Stage => {
  const given = Object.fromEntries(SETTINGS.map((name) => [name, context(name)]));
  const read = Context.safeParse({ ...given, stage: given.stage ?? 'demo' });
  if (!read.success)
    throw new Error(`The stage is not well described.\n${z.prettifyError(read.error)}`);
  const { stage: name, mailFrom, alarmsTo, timestampServers, verifierAtOnce } = read.data;
  const { domain, certificate, firewall, trail } = read.data;
  const common = {
    name,
    prefix: `trinh-ky-${name}`,
    mailFrom,
    alarmsTo,
    timestampServers,
    verifierAtOnce,
    firewall,
    trail,
    ownAddress: domain && certificate ? { domain, certificate } : undefined,
  };
  if (read.data.stage === 'production') {
    return {
      ...common,
      signedRetention: { mode: 'COMPLIANCE', days: daysOf(read.data.retentionYears) },
      terminationProtection: true,
      // A year: a complaint about a report may come months after its issue.
      logRetention: RetentionDays.ONE_YEAR,
    };
  }
  return {
    ...common,
    // A day shows that the lock holds, and lets the bucket be emptied the day after.
    signedRetention: { mode: 'GOVERNANCE', days: 1 },
    terminationProtection: false,
    logRetention: RetentionDays.ONE_WEEK,
  };
};
