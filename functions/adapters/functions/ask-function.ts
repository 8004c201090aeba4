// How does one function call another? By a direct call that waits for the answer; what the other refuses keeps its name.
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Origin } from '../../contracts/correlation.ts';
import { REFUSAL_CODES, Refusal, Unavailable } from '../../domain/refusal.ts';
import { answerOf } from '../unavailable.ts';

/** Whom to ask; `called` is how errors name it, and `origin` what it is to log with its lines. */
export type AskedFunction = {
  client: LambdaClient;
  functionName: string;
  called: string;
  origin?: (() => Origin) | undefined;
};

/** What Lambda says of an error: `errorType` is its name, which for a refusal is its code. */
const Failure = z.object({ errorType: z.string(), errorMessage: z.string() });
const RefusalName = z.enum(REFUSAL_CODES);

const failureOf = (called: string, payload: unknown): Error => {
  const { errorType, errorMessage } = Failure.parse(payload);
  const code = RefusalName.safeParse(errorType);
  return code.success
    ? new Refusal(code.data, { message: errorMessage })
    : new Unavailable(called, new Error(`${errorType}: ${errorMessage}`));
};

/** What it answers. Throws the Refusal that it refuses with (`contracts/passed-on.ts`), and Unavailable for everything else. */
export const askFunction = async (
  { client, functionName, called, origin }: AskedFunction,
  wish: object,
): Promise<unknown> => {
  const told = JSON.stringify({ ...wish, origin: origin?.() });
  const { Payload, FunctionError } = await answerOf(
    called,
    client.send(new InvokeCommand({ FunctionName: functionName, Payload: told })),
  );
  const payload: unknown = JSON.parse(Payload?.transformToString() || 'null');
  if (FunctionError !== undefined) throw failureOf(called, payload);
  return payload;
};
