// How is the one function that sends mail called? Asynchronously: Lambda accepts the call at once, and tries once more if it fails.
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Origin } from '../../contracts/correlation.ts';
import type { Notices } from '../../use-cases/ports.ts';

export const noticesBy = ({
  client,
  functionName,
  failed,
  origin,
}: {
  client: LambdaClient;
  functionName: string;
  /** Hears of a notice that was not taken, by the name of the error. */
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
    await client.send(command).catch(failed);
  },
});
