// How is the importer called, the one function that reads files from outside?
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Origin } from '../../contracts/correlation.ts';
import type { Importer } from '../../use-cases/ports.ts';
import { askFunction } from './ask-function.ts';

export const importerOf = (importing: {
  client: LambdaClient;
  functionName: string;
  origin?: () => Origin;
}): Importer => ({
  read: async (job) => {
    await askFunction({ ...importing, called: 'the importer' }, job);
  },
});
