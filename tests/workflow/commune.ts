// Where do the tests of the workflow play? In one commune on its first day, with its people at their desks.
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import { borrowStack } from '../support/local-stack.ts';
import { behindTheDesks, doorsOf } from './behind-the-desks.ts';

export type Commune = Awaited<ReturnType<typeof openCommune>>;

type Failing = {
  /** The function, by its handler's name. */
  caller: string;
  action: string;
  code: string;
  /** By default 500, which a function takes as "ask again". */
  status?: number;
  times?: number;
  moment?: 'before' | 'after';
};

/** The SDK asks three times: a failure that a function is to hear of needs as many. */
export const HEARD_OF = 3;

/** Longer than a state waits before its first three tries, and shorter than any function may take. */
const TRIES_MS = 10_000;
/** As often as somebody looks. */
const LOOK_AGAIN_MS = 150;

export const openCommune = async () => {
  const stack = await borrowStack();
  const office = stack.desks;
  const behind = behindTheDesks(doorsOf(stack));

  return {
    stack,
    office,
    behind,

    fail: ({ caller, action, code, status = 500, times = 1, moment = 'before' }: Failing) =>
      stack.faults.failNext({
        caller,
        action,
        times,
        error: { status, code },
        moment,
      }),

    /** The function dies when AWS has done what it asked for, before it hears so. */
    crash: ({ caller, action }: Pick<Failing, 'caller' | 'action'>) =>
      stack.faults.failNext({
        caller,
        action,
        times: 1,
        error: { status: 500, code: 'InternalFailure' },
        moment: 'after',
        besides: () => stack.crash(caller),
      }),

    /** States that failed try again at once, while this lasts: nobody waits out the seconds between their tries. */
    withoutPauses: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      const hurry = setInterval(() => stack.passTime(TRIES_MS), LOOK_AGAIN_MS);
      try {
        return await work();
      } finally {
        clearInterval(hurry);
      }
    },

    /** From the draft to the chairman's press. */
    signedReport: async (content?: ReportContent) => {
      const report = await office.draft(content);
      const submissionId = await office.submit(report);
      await office.decide('le-quoc-hung', submissionId, 'agree');
      await office.decide('nguyen-van-minh', submissionId, 'sign');
      return { reportId: report.id, submissionId };
    },

    close: async () => {
      behind.close();
    },
  };
};
