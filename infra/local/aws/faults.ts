// How does a call fail on purpose? A list of failures that are due, each taken by the next call it fits.
import { AwsError } from './aws-error.ts';

type Fault = {
  /** Only this caller's calls; everybody's when absent. */
  caller?: string;
  /** The API operation, such as `dynamodb:PutItem`. */
  action: string;
  /** How many calls fail. The SDK tries three times: a failure that is to arrive needs as many. */
  times: number;
  error: { status: number; code: string };
  /** Before the service is asked (the default), or after it has done its work: the answer is lost. */
  moment?: 'before' | 'after';
  /** What happens at that moment besides: the end of the caller, who then hears nothing. */
  besides?: () => void;
};

export type Faults = ReturnType<typeof openFaults>;

export function openFaults() {
  const due: Fault[] = [];
  return {
    failNext(fault: Fault): void {
      due.push({ ...fault });
    },

    clear(): void {
      due.length = 0;
    },

    /** Throws the failure that is due for this call at this moment, if there is one. */
    strike(caller: string, action: string, moment: 'before' | 'after'): void {
      const fault = due.find(
        (one) =>
          one.times > 0 &&
          one.action === action &&
          (one.caller ?? caller) === caller &&
          (one.moment ?? 'before') === moment,
      );
      if (!fault) return;
      fault.times -= 1;
      fault.besides?.();
      const { status, code } = fault.error;
      throw new AwsError(status, code, `${action} failed on purpose.`);
    },
  };
}
