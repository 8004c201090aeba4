// Who called what, how often and how much? The numbers that a price can be put on.
import type { AwsAnswer } from './service.ts';

/** The sum of one caller's calls of one operation. */
export type Count = {
  caller: string;
  service: string;
  action: string;
  calls: number;
  /** Of the calls, those answered with a status of 400 or more. */
  failed: number;
  /** Bytes of bodies. */
  bytesIn: number;
  bytesOut: number;
  /** DynamoDB capacity units consumed. */
  readUnits: number;
  writeUnits: number;
};

export type Counts = ReturnType<typeof openCounts>;

export const openCounts = () => {
  const counts = new Map<string, Count>();
  return {
    add(
      who: Pick<Count, 'caller' | 'service' | 'action'>,
      bytesIn: number,
      answer: AwsAnswer,
    ): void {
      const name = `${who.caller} ${who.action}`;
      const count = counts.get(name) ?? { ...who, ...nothing };
      count.calls += 1;
      if (answer.status >= 400) count.failed += 1;
      count.bytesIn += bytesIn;
      count.bytesOut += answer.body.length;
      count.readUnits += answer.units?.read ?? 0;
      count.writeUnits += answer.units?.write ?? 0;
      counts.set(name, count);
    },

    /** Copies, so that two moments can be compared. */
    all(): Count[] {
      return [...counts.values()].map((count) => ({ ...count }));
    },

    reset(): void {
      counts.clear();
    },
  };
};

const nothing = { calls: 0, failed: 0, bytesIn: 0, bytesOut: 0, readUnits: 0, writeUnits: 0 };
