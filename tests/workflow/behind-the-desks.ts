// What does a test see and change that nobody at a desk can? The table, the directory and the signed files themselves.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { directoryIn } from '../../functions/adapters/table/directory.ts';
import { putOrganization, putPerson } from '../../functions/adapters/table/directory-writes.ts';
import { recordsIn } from '../../functions/adapters/table/records.ts';
import { submissionItem } from '../../functions/adapters/table/submission-item.ts';
import { whileStill, writeAll } from '../../functions/adapters/table/writes.ts';
import { executionNameOf, turnOf } from '../../functions/contracts/execution-name.ts';
import type { AuditEvent } from '../../functions/domain/audit-event.ts';
import { brokenAt } from '../../functions/domain/broken-link.ts';
import type { Organization, Person } from '../../functions/domain/directory/organization.ts';
import {
  DeliveryId,
  type PersonId,
  ReportId,
  type SubmissionId,
} from '../../functions/domain/ids.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import type { OutgoingEntry } from '../../functions/domain/issued/register.ts';
import { officeDayOf, yearOf } from '../../functions/domain/office-calendar.ts';
import { roundsAgreed, stateOf } from '../../functions/domain/workflow/submission.ts';
import { retryConflicts } from '../../functions/use-cases/effects/retry-conflicts.ts';
import { until } from '../../infra/local/people/office.ts';
import type { Stack } from '../../infra/local/stack.ts';

const COMMUNE = 'org_son-trung';

/** How to reach what the stack keeps; crosses a process boundary as JSON. */
export type Doors = {
  aws: Stack['aws'];
  filesUrl: string;
  table: string;
  signedBucket: string;
  machineArn: string;
};

export const doorsOf = (stack: Pick<Stack, 'assembly' | 'aws' | 'filesUrl' | 'machine'>): Doors => {
  const { tables, buckets } = stack.assembly();
  const signed = buckets.find(({ objectLock }) => objectLock !== undefined);
  if (!tables[0] || !signed) throw new Error('no template has a table and a locked bucket');
  const { region, endpoint, credentials } = stack.aws;
  const { accessKeyId, secretAccessKey } = credentials;
  return {
    aws: { region, endpoint, credentials: { accessKeyId, secretAccessKey } },
    filesUrl: stack.filesUrl,
    table: tables[0].name,
    signedBucket: signed.name,
    machineArn: stack.machine.arn,
  };
};

/** The longest page that lists give; no test writes more into one list. */
const ALL = { limit: 100, cursor: null };
/** Longer ago than the sweep lets any press wait. */
const LONG_AGO_MS = 60 * 60 * 1000;

export type BehindTheDesks = ReturnType<typeof behindTheDesks>;

export const behindTheDesks = (doors: Doors) => {
  const { aws, filesUrl, signedBucket } = doors;
  const table = { client: new DynamoDBClient(aws), name: doors.table };
  const files = new S3Client({ ...aws, endpoint: filesUrl, forcePathStyle: true });
  const machine = new SFNClient(aws);
  const records = recordsIn(table);
  const directory = directoryIn(table);

  const submission = async (id: SubmissionId) => {
    const found = await records.submissions.read(id);
    if (found === null) throw new Error(`there is no submission ${id}`);
    return found;
  };

  const events = async (of: ReportId | DeliveryId): Promise<AuditEvent[]> => {
    const delivery = DeliveryId.safeParse(of);
    const { items } = delivery.success
      ? await records.deliveries.events(delivery.data, ALL)
      : await records.reports.events(ReportId.parse(of), ALL);
    return items;
  };

  return {
    records,
    submission,

    /** Waits until the state machine has come to its end, by itself; the submission as it is then. */
    untilEnded: async (id: SubmissionId) => {
      const executions = doors.machineArn.replace(':stateMachine:', ':execution:');
      let seen = '';
      await until(
        () => `the last execution of ${id} to end; ${seen}`,
        async () => {
          const now = await submission(id);
          const executionArn = `${executions}:${executionNameOf(turnOf(now))}`;
          const { status } = await machine.send(new DescribeExecutionCommand({ executionArn }));
          const why = 'stuck' in now ? now.stuck?.reason : undefined;
          seen = `${status}, the submission is ${stateOf(now)} in round ${roundsAgreed(now)}, stuck: ${why}`;
          return status === 'SUCCEEDED';
        },
      );
      return submission(id);
    },

    /** Every kind of event in the history of a report or a delivery, in order. */
    kinds: async (of: ReportId | DeliveryId) =>
      (await events(of)).map(({ happening }) => happening.kind),

    /** Where the chains of a report and of its deliveries are broken; nothing when all are whole. */
    brokenLinks: async (reportId: ReportId): Promise<number[]> => {
      const report = await records.reports.read(reportId);
      if (report === null) throw new Error(`there is no report ${reportId}`);
      const { delivered } = await records.deliveries.of(reportId);
      const chains = [report, ...delivered];
      const broken = await Promise.all(
        chains.map(async ({ id, events: head }) => brokenAt(await events(id), head)),
      );
      return broken.filter((link) => link !== null);
    },

    /** This year's register of the commune's reports, by number. */
    register: async (): Promise<OutgoingEntry[]> => {
      const year = yearOf(officeDayOf(instantOf(Date.now())));
      return (await records.registers.rows(COMMUNE, year, 'baoCao', ALL)).items;
    },

    /** Every version, deleted ones too, of every file that was ever stored of a report. */
    storedFiles: async (reportId: ReportId): Promise<string[]> => {
      const { Versions = [], DeleteMarkers = [] } = await files.send(
        new ListObjectVersionsCommand({
          Bucket: signedBucket,
          Prefix: `issued/${COMMUNE}/${reportId}/`,
        }),
      );
      return [...Versions, ...DeleteMarkers].map(({ Key = '' }) => Key.split('/').at(-1) ?? '');
    },

    changeCommune: async (settings: Partial<Organization['settings']>): Promise<void> => {
      const commune = await directory.organization(COMMUNE);
      if (commune === null) throw new Error('the first day has no commune');
      const changed = { ...commune, settings: { ...commune.settings, ...settings } };
      await putOrganization(table, changed);
    },

    /** Returns the person as they were. */
    changePerson: async (id: PersonId, change: Partial<Person>): Promise<Person> => {
      const person = await directory.person(id);
      if (person === null) throw new Error(`the first day has no ${id}`);
      await putPerson(table, { ...person, ...change });
      return person;
    },

    /** What the workflow owes has been owed for an hour: as if nobody had looked for so long. */
    letTimePass: (id: SubmissionId): Promise<void> =>
      retryConflicts(async () => {
        const before = await submission(id);
        if (before.owedSince === null) return;
        const owedSince = instantOf(Date.parse(before.owedSince) - LONG_AGO_MS);
        const condition = whileStill('revision', before.revision);
        await writeAll(table, [{ put: submissionItem({ ...before, owedSince }), condition }]);
      }),

    close: () => {
      table.client.destroy();
      files.destroy();
      machine.destroy();
    },
  };
};
