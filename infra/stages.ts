// Where does the system stand? The settings of a stage, as `-c name=value` and the list below give them.
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

/** S3 Object Lock: nobody at all can delete under COMPLIANCE; under GOVERNANCE those with a special permission can. */
type Retention = { mode: 'COMPLIANCE' | 'GOVERNANCE'; days: number };

const DAYS_OF_YEAR = 365;

const Demo = z.object({
  stage: z.literal('demo'),
  /** `.example` belongs to nobody (RFC 2606): mail that leaves a demo by mistake arrives nowhere. */
  mailFrom: z.email().default('van-thu@trinh-ky.example'),
  alarmsTo: z.email().optional(),
});

const Production = z.object({
  stage: z.literal('production'),
  mailFrom: z.email(),
  alarmsTo: z.email(),
  /** Decided by the agency's list of retention periods; it cannot be shortened for what is stored already. */
  retentionYears: z.coerce.number().int().min(5).max(100),
});

const Context = z.discriminatedUnion('stage', [Demo, Production]);

export type Stage = {
  name: 'demo' | 'production';
  /** Begins the name of every stack, so that two stages fit into one account. */
  prefix: string;
  mailFrom: string;
  alarmsTo: string | undefined;
  signedRetention: Retention;
  logRetention: RetentionDays;
};

/** Reads the settings from the CDK context; without any it is the demo. Throws on a wrong or missing setting, by its name. */
export const readStage = (context: (name: string) => unknown): Stage => {
  const names = ['stage', 'mailFrom', 'alarmsTo', 'retentionYears'];
  const given = Object.fromEntries(names.map((name) => [name, context(name)]));
  const read = Context.safeParse({ ...given, stage: given.stage ?? 'demo' });
  if (!read.success)
    throw new Error(`The stage is not well described.\n${z.prettifyError(read.error)}`);
  const { stage: name, mailFrom, alarmsTo } = read.data;
  const common = { name, prefix: `trinh-ky-${name}`, mailFrom, alarmsTo };
  if (read.data.stage === 'production') {
    return {
      ...common,
      signedRetention: { mode: 'COMPLIANCE', days: read.data.retentionYears * DAYS_OF_YEAR },
      // A year: a complaint about a report may come months after its issue.
      logRetention: RetentionDays.ONE_YEAR,
    };
  }
  return {
    ...common,
    // A day shows that the lock holds, and lets the bucket be emptied the day after.
    signedRetention: { mode: 'GOVERNANCE', days: 1 },
    logRetention: RetentionDays.ONE_WEEK,
  };
};
