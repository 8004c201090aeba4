// How is the renderer called, the one function that prints documents?
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { Rendered } from '../../contracts/hand-offs.ts';
import type { Renderer } from '../../use-cases/ports.ts';
import { askFunction } from './ask-function.ts';

export const rendererOf = (rendering: {
  client: LambdaClient;
  functionName: string;
}): Renderer => ({
  render: async (job) =>
    Rendered.parse(await askFunction({ ...rendering, called: 'the renderer' }, job)),
});
