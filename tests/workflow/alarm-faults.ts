// What rings each alarm? One fault for each, as it could happen; an alarm without one is asked for by tests/infra/watch.test.ts.
import { expectOk, until } from '../../infra/local/people/office.ts';
import type { Commune } from './commune.ts';

export type Fault = {
  /** How it comes about, as the end of "rings when". */
  when: string;
  happens: (commune: Commune) => Promise<void>;
  /** So long after it nothing has happened any more. */
  minutesLater?: number;
};

const DRAFTER = 'tran-thi-thu-ha';
/** More often than the SDK asks again. */
const OFTEN = 10;
const MINUTE = 60_000;
const HOUR = 60;

/** Half of a deployment: whoever calls speaks of what this version has never heard of. */
const isToldWhatItDoesNotKnow = (name: string): Fault => ({
  when: 'it is told something that it does not know',
  happens: async ({ stack }) => {
    await stack.invoke(name, null);
  },
});

/** It takes whatever it is told, but may not read the table: a right was forgotten. */
const mayNotRead = (name: string): Fault => ({
  when: 'it may not read the table',
  happens: async ({ stack, fail }) => {
    const code = 'AccessDeniedException';
    fail({ caller: name, action: 'dynamodb:Query', code, status: 400, times: OFTEN });
    await stack.invoke(name, {});
  },
});

const submitted = async ({ office }: Commune) => office.submit(await office.draft());

/** How the execution of a submission that nobody has continued is called. */
const running = async (commune: Commune): Promise<string> => {
  const submissionId = await submitted(commune);
  await commune.office.asked('le-quoc-hung', submissionId);
  return submissionId;
};

/** The periods before this one, which nobody waits for in a test: fed by hand. */
const fedBefore = (
  { stack }: Commune,
  metric: { namespace: string; name: string; dimensions: Record<string, string> },
) => {
  for (const minutesAgo of [5, 10]) {
    stack.watching.put({ ...metric, at: Date.now() - minutesAgo * MINUTE, value: 1 });
  }
};

const FUNCTIONS = [
  'administration',
  'approval',
  'archive',
  'ask',
  'close',
  'deliver',
  'drafting',
  'enrolment',
  'import',
  'inbox',
  'notify',
  'number',
  'prepare',
  'registry',
  'remind',
  'render',
  'seal',
  'session',
  'sign',
  'stopped',
  'store',
  'verification',
];

/** By the alarm's id. */
export const ALARM_FAULTS: Record<string, Fault> = {
  ...Object.fromEntries(FUNCTIONS.map((name) => [`${name}-fails`, isToldWhatItDoesNotKnow(name)])),
  'sweep-fails': mayNotRead('sweep'),
  'warn-fails': mayNotRead('warn'),

  'executions-failed': {
    when: 'what is to be read may not be written, while nobody has been asked yet',
    happens: async (commune) => {
      const code = 'AccessDenied';
      commune.fail({ caller: 'prepare', action: 's3:PutObject', code, status: 403 });
      await submitted(commune);
    },
  },
  'executions-timed-out': {
    when: 'a report has waited for more than a year',
    happens: async (commune) => {
      await running(commune);
      commune.stack.passTime(366 * 24 * HOUR * MINUTE);
    },
  },
  'executions-aborted': {
    when: 'somebody ends the machine of a report by hand',
    happens: async (commune) => {
      commune.stack.machine.stop(await running(commune));
    },
  },
  stuck: {
    when: 'the sealed file is gone when it is to be stored',
    happens: async (commune) => {
      commune.fail({ caller: 'store', action: 's3:GetObject', code: 'NoSuchKey', status: 404 });
      const { submissionId } = await commune.signedReport();
      await commune.office.clerkAsked(submissionId, 'stuck');
    },
  },
  undelivered: {
    when: 'a report stops, and who tells its clerk may not ask the machine',
    happens: async (commune) => {
      const [action, code] = ['states:DescribeExecution', 'AccessDeniedException'];
      commune.fail({ caller: 'stopped', action, code, status: 400 });
      commune.stack.machine.stop(await running(commune));
    },
  },
  'unsent-mail': {
    when: 'SES takes no mail',
    happens: async (commune) => {
      const [action, code] = ['ses:SendEmail', 'MessageRejected'];
      commune.fail({ caller: 'ask', action, code, status: 400, times: OFTEN });
      await running(commune);
    },
  },
  'api-fails': {
    when: 'a press ends in something that nobody foresaw',
    happens: async ({ office, fail }) => {
      const [action, code] = ['dynamodb:TransactWriteItems', 'ValidationException'];
      fail({ caller: 'drafting', action, code, status: 400 });
      await office.draft().catch(() => {});
    },
  },
  'api-unavailable': {
    when: 'the table does not answer, for the third period in a row (the two before are fed by hand)',
    happens: async (commune) => {
      const { stack, office, fail } = commune;
      const [action, code] = ['dynamodb:TransactWriteItems', 'InternalServerError'];
      fail({ caller: 'drafting', action, code, times: OFTEN });
      await office.draft().catch(() => {});
      const [gateway] = stack.watching.shown().filter(({ name }) => name === '5xx');
      if (gateway) fedBefore(commune, gateway);
    },
  },
  throttled: {
    when: 'Lambda lets nobody in for three periods (fed by hand: nobody is kept out here)',
    happens: async (commune) => {
      const metric = { namespace: 'AWS/Lambda', name: 'Throttles', dimensions: {} };
      commune.stack.watching.put({ ...metric, at: Date.now(), value: 1 });
      fedBefore(commune, metric);
    },
  },
  'nothing-sweeps': {
    when: 'the schedule has called nobody for three sweeps and the two that are waited for',
    happens: async ({ stack }) => stack.runSweep(),
    minutesLater: 30,
  },
  'nobody-warns': {
    when: 'the schedule has called nobody for a day and the hours that are waited for',
    happens: async ({ stack }) => stack.runSweep(),
    minutesLater: 28 * HOUR,
  },
};

/** A day as others are: a report reaches its reader, and now and then somebody is refused something. */
export const ordinaryDay = async (commune: Commune): Promise<void> => {
  const { office, stack } = commune;
  const drafter = await office.as(DRAFTER);
  // A file that was never uploaded: the function that reads files refuses, and Lambda calls it an error.
  const { reportId: missing } = expectOk(await drafter.post<{ reportId: string }>('/api/imports'));
  await drafter.post(`/api/imports/${missing}`);
  // A reviewer returns a report, and the next one goes its way.
  const returned = await submitted(commune);
  await office.decide('le-quoc-hung', returned, 'return', 'Bổ sung số liệu');
  const { reportId } = await commune.signedReport();
  await office.untilStatus(reportId, 'issued');
  const { id } = await office.delivered('vo-thi-hong-nhung', reportId);
  const officer = await office.as('vo-thi-hong-nhung');
  expectOk(await officer.get(`/api/deliveries/${id}`));
  await office.receive('vo-thi-hong-nhung', id);
  await stack.runSweep();
  await until('the refusal to be read in the log', async () =>
    stack.watching.alarms().every(({ state }) => state !== 'ALARM'),
  );
};
