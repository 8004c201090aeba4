// How is the one function that renders asked? By a direct call that waits; what it refuses keeps its name.
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { Rendered } from '../contracts/hand-offs.ts';
import { REFUSAL_CODES, Refusal, Unavailable } from '../domain/refusal.ts';
import type { Renderer } from '../use-cases/ports.ts';
import { answerOf } from './unavailable.ts';

const RENDERER = 'the renderer';

/** What Lambda says of an error: `errorType` is its name, which for a refusal is its code. */
const Failure = z.object({ errorType: z.string(), errorMessage: z.string() });
const RefusalName = z.enum(REFUSAL_CODES);

const failureOf = (payload: unknown): Error => {
  const { errorType, errorMessage } = Failure.parse(payload);
  const code = RefusalName.safeParse(errorType);
  return code.success
    ? new Refusal(code.data, { message: errorMessage })
    : new Unavailable(RENDERER, new Error(`${errorType}: ${errorMessage}`));
};

export const rendererOf = (rendering: {
  client: LambdaClient;
  functionName: string;
}): Renderer => ({
  render: async (job) => {
    const { Payload, FunctionError } = await answerOf(
      RENDERER,
      rendering.client.send(
        new InvokeCommand({
          FunctionName: rendering.functionName,
          Payload: JSON.stringify(job),
        }),
      ),
    );
    const payload: unknown = JSON.parse(Payload?.transformToString() ?? 'null');
    if (FunctionError !== undefined) throw failureOf(payload);
    return Rendered.parse(payload);
  },
});
