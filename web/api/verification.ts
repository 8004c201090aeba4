// What may anyone ask, signed in or not? The routes of `functions/contracts/routes/verification.ts`, by their names.
import { api, read } from './client.ts';

const { files, uploads } = api.verification;

export const findFile = (sha256: string) => read(files[':sha256'].$get({ param: { sha256 } }));

export const startVerification = () => read(uploads.$post());

export const readVerification = (uploadId: string) =>
  read(uploads[':uploadId'].$get({ param: { uploadId } }));
