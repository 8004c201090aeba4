// How does a call fail on purpose (fault injection)? A list of failures that are due, each taken by the next call it fits.
import { AwsError } from './aws-error.ts';

type Fault = {
  /** Only this caller's calls; everybody's when absent. */
  caller?: string;
  /** The API operation, such as `dynamodb:PutItem`. */
  action: string;
  /** The first of the calls it fits that fails, counted from 1 and from now on; the next one by default. */
  nth?: number;
  /** How many calls fail. The SDK tries three times: a failure that is to arrive needs as many. */
  times: number;
  error: { status: number; code: string };
  /** Before the service is asked (the default), or after it has done its work: the answer is lost. */
  moment?: 'before' | 'after';
  /** What happens at that moment besides: the end of the caller, who then hears nothing. */
  besides?: () => void;
};

export type Faults = ReturnType<typeof openFaults>;

export const openFaults = () => {
  const due: Fault[] = [];
  return {
    /** Gives what says how many calls it has failed so far. */
    failNext(fault: Fault): () => number {
      const one = { ...fault };
      due.push(one);
      return () => fault.times - one.times;
    },

    clear(): void {
      due.length = 0;
    },

    /** Throws the failure that is due for this call at this moment, if there is one. */
    strike(caller: string, action: string, moment: 'before' | 'after'): void {
      const fitting = due.filter(
        (one) =>
          one.times > 0 &&
          one.action === action &&
          (one.caller ?? caller) === caller &&
          (one.moment ?? 'before') === moment,
      );
      const fault = fitting.find(({ nth = 1 }) => nth === 1);
      for (const one of fitting) if (one.nth !== undefined && one.nth > 1) one.nth -= 1;
      if (!fault) return;
      fault.times -= 1;
      fault.besides?.();
      const { status, code } = fault.error;
      throw new AwsError(status, code, `${action} failed on purpose.`);
    },
  };
};
