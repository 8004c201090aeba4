// Where does the document with the person's signature alone lie, while it is on its way?
import type { SubmissionId } from '../../domain/ids.ts';

export const signedKeyOf = (id: SubmissionId): string => `issuing/${id}/signed.pdf`;
