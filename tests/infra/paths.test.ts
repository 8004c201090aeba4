// Does a state read and write only what is there? So far as the compiler can tell; the template is asked in machine.test.ts.
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { type HAND_OFFS, Printed } from '../../functions/contracts/hand-offs.ts';
import type { Told } from '../../infra/workflow/calling.ts';
import { type Into, partsOf, pathsInto, says } from '../../infra/workflow/paths.ts';

const printed = pathsInto(Printed);

test('a place is named as Step Functions names it, with the places in it', () => {
  expect(String(printed)).toBe('$');
  expect(String(printed.document.signatureArea.page)).toBe('$.document.signatureArea.page');
  expect(partsOf(printed.reserved)).toEqual(['number', 'date']);
  expect(partsOf(printed.recipients)).toEqual([]);
});

test('what is not there does not compile, nor what is of another kind', () => {
  type Sealed = Told<z.infer<typeof HAND_OFFS.seal.told>>;
  const { submissionId, document, reserved } = printed;
  const key = document.pdfKey;
  const wishes: Sealed[] = [
    { submissionId, key, sha256: document.pdfSha256 },
    // @ts-expect-error no place of that name
    { submissionId, key, sha256: document.sha256 },
    // @ts-expect-error a number is no hash
    { submissionId, key, sha256: reserved.number },
    // @ts-expect-error nobody who seals reads it
    { submissionId, key, sha256: document.pdfSha256, contentHash: printed.contentHash },
  ];
  type Answer = Into<z.infer<typeof HAND_OFFS.number.answers>>;
  const places: Answer[] = [
    reserved,
    // @ts-expect-error number and date are no document
    document,
  ];
  // @ts-expect-error no word that it could say
  const condition = says(printed.reached, 'issued');
  expect([wishes.length, places.length, typeof condition]).toEqual([4, 2, 'object']);
});
