// How is the one function that sends mail called? Asynchronously: Lambda accepts the call at once, and tries once more if it fails.
// Where nobody may act before somebody was told, its acceptance is waited for, and the press comes again.
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Origin } from '../../contracts/correlation.ts';
import type { Notifying } from '../../contracts/hand-offs.ts';
import type { Notices } from '../../use-cases/ports.ts';
import { answerOf } from '../unavailable.ts';

/** Of how they come in: whoever does not hear of it cannot object. */
const isOwed = (notice: Notifying): boolean => 'accessOf' in notice || 'settledOf' in notice;

export const noticesBy = ({
  client,
  functionName,
  failed,
  origin,
}: {
  client: LambdaClient;
  functionName: string;
  /** Hears of a courtesy that was not taken, by the name of the error. */
  failed: (error: unknown) => void;
  /** What it is to log with its lines. */
  origin?: () => Origin;
}): Notices => ({
  give: async (notice) => {
    const Payload = JSON.stringify({ ...notice, origin: origin?.() });
    const command = new InvokeCommand({
      FunctionName: functionName,
      InvocationType: 'Event',
      Payload,
    });
    const taken = client.send(command);
    await (isOwed(notice) ? answerOf('Lambda', taken) : taken.catch(failed));
  },
});
