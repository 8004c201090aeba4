// What is asked and pressed about keys, certificates and images? The routes of `functions/contracts/routes/enrolment.ts`, by their names.
import { queryOptions } from '@tanstack/react-query';
import { api, pressed, read, type Said } from './client.ts';

const signatureImage = api.me['signature-image'];
const sealImage = api.enrolment['seal-image'];
const { requests, certificates, revocations } = api.enrolment;

export const readMySigning = () =>
  queryOptions({ queryKey: ['my-signing'], queryFn: () => read(api.me.signing.$get()) });

export const keepSignatureImage = (said: Said<typeof signatureImage.$put>) =>
  read(signatureImage.$put({ json: said }));

export const listKeyHolders = () =>
  queryOptions({ queryKey: ['key-holders'], queryFn: () => read(api.enrolment.$get()) });

export const keepSealImage = (said: Said<typeof sealImage.$put>) =>
  read(sealImage.$put({ json: said }));

export const wantCertificate = (said: Said<typeof requests.$post>, key: string) =>
  read(requests.$post({ header: pressed(key), json: said }));

export const enrolCertificate = (said: Said<typeof certificates.$post>, key: string) =>
  read(certificates.$post({ header: pressed(key), json: said }));

export const revokeCertificate = (said: Said<typeof revocations.$post>, key: string) =>
  read(revocations.$post({ header: pressed(key), json: said }));
