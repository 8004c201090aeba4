// How is the renderer called, the one function that prints documents?
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Origin } from '../../contracts/correlation.ts';
import { Rendered } from '../../contracts/hand-offs.ts';
import type { Renderer } from '../../use-cases/ports.ts';
import { askFunction } from './ask-function.ts';

export const rendererOf = (rendering: {
  client: LambdaClient;
  functionName: string;
  origin?: () => Origin;
}): Renderer => ({
  render: async (job) =>
    Rendered.parse(await askFunction({ ...rendering, called: 'the renderer' }, job)),
});
