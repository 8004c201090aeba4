// How are the two functions called that alone may use private keys: that of the signers, and that of the agencies?
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Origin } from '../../contracts/correlation.ts';
import { type CertificateWanted, type KeyTried, Requested } from '../../contracts/hand-offs.ts';
import type { KeyHolder } from '../../domain/directory/key-holder.ts';
import type { KeyKeepers } from '../../use-cases/ports.ts';
import { askFunction } from './ask-function.ts';

export const keyKeepersOf = (
  client: LambdaClient,
  { under, ...functionNames }: { sign: string; seal: string; under: string },
  origin?: () => Origin,
): KeyKeepers => {
  const asked = { client, origin };
  const ask = (holder: KeyHolder, wish: CertificateWanted | KeyTried) =>
    holder.kind === 'person'
      ? askFunction({ ...asked, functionName: functionNames.sign, called: 'signing' }, wish)
      : askFunction({ ...asked, functionName: functionNames.seal, called: 'sealing' }, wish);
  return {
    under,
    requestCertificate: async (holder) =>
      Requested.parse(await ask(holder, { certificateWanted: true, holder })).requestPem,
    tryKey: async (holder, reference) => {
      await ask(holder, { keyTried: true, holder, reference });
    },
  };
};
