// Was a file made here? Then nothing in it is in doubt: what is not as we write it was changed.
import { SEAL_FIELD } from '../our-fields.ts';
import { termsOf } from './changes/permission.ts';
import type { FoundSignature } from './find-signatures.ts';
import type { PdfFile } from './pdf/pdf-file.ts';

/** Certified, with a field for the seal. To take either away is a change that is seen as such. */
export const isOurs = (
  file: PdfFile,
  signatures: readonly FoundSignature[],
  emptyFields: readonly string[],
): boolean => {
  const fields = [...emptyFields, ...signatures.map(({ field }) => field)];
  return (
    fields.includes(SEAL_FIELD) &&
    signatures.some((signature) => termsOf(file, signature).certifies)
  );
};
