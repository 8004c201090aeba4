// What goes with a document as a file of its own? Named and hashed by whoever adds it, and frozen with the words.
import * as z from 'zod';
import type { Wrong } from '../field-problem.ts';
import { DOCX, JPEG, LARGEST_FILE, PDF, PNG, XLSX } from '../file-kind.ts';
import { Sha256 } from '../ids.ts';

/** More belong into the document as appendices; ten of the largest are still copied within a task's minute. */
export const MOST_ATTACHMENTS = 10;

/** How files in a ZIP envelope begin, as those of Word and Excel do. */
const ENVELOPE = [0x50, 0x4b, 0x03, 0x04];
const PHOTO = { type: JPEG, begins: [0xff, 0xd8, 0xff] };

/**
 * What a recipient can open and an office can look into. No archives, whose inside nobody here has seen, and none of
 * the old formats, in which a macro cannot be told from a text. `begins`: the first bytes of such a file.
 */
const KINDS: ReadonlyMap<string, { type: string; begins: readonly number[] }> = new Map([
  ['pdf', { type: PDF, begins: [0x25, 0x50, 0x44, 0x46] }],
  ['docx', { type: DOCX, begins: ENVELOPE }],
  ['xlsx', { type: XLSX, begins: ENVELOPE }],
  ['png', { type: PNG, begins: [0x89, 0x50, 0x4e, 0x47] }],
  ['jpg', PHOTO],
  ['jpeg', PHOTO],
]);

/** The endings that names may have. */
export const ATTACHMENT_ENDINGS: readonly string[] = [...KINDS.keys()];

const kindOf = (name: string) => KINDS.get(name.split('.').at(-1)?.toLowerCase() ?? '');

/** As the store keeps it and the browser saves it. */
export const typeOfAttachment = (name: string): string =>
  kindOf(name)?.type ?? 'application/octet-stream';

/** Long enough to tell every kind. */
export const BEGINNING_BYTES = 4;

/** Do the first bytes belong to a file of that name? */
export const beginsAsNamed = (name: string, beginning: Uint8Array): boolean =>
  kindOf(name)?.begins.every((byte, at) => beginning[at] === byte) ?? false;

/** In letters, each of which may take three bytes: with a number before it, it stays below the 255 bytes of file systems. */
export const LONGEST_FILE_NAME = 120;

/** A name that every system can save: one line, NFC, no path, nothing invisible, and an ending that says what it is. */
export const AttachmentName = z
  .string()
  .overwrite((name) => name.normalize('NFC').trim())
  .min(5)
  .max(LONGEST_FILE_NAME)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+$/u, 'has characters that a file name cannot have')
  .refine((name) => kindOf(name) !== undefined, 'is not of a kind that can be attached')
  .meta({
    // A little more than is taken, as every engine reads it.
    pattern: '^[^\\x00-\\x1F<>:"/\\\\|?*]+$',
    description: `One line that every system can save, ending in one of: ${[...KINDS.keys()].join(', ')}.`,
  });

export const Attachment = z.strictObject({
  name: AttachmentName,
  bytes: z.number().int().min(1).max(LARGEST_FILE),
  sha256: Sha256,
});
export type Attachment = z.infer<typeof Attachment>;

/** In the order in which they are listed; no name and no file twice. */
export const Attachments = z
  .array(Attachment)
  .max(MOST_ATTACHMENTS)
  .superRefine((all, context) => {
    const seen = new Set<string>();
    for (const [index, { name, sha256 }] of all.entries()) {
      const folded = name.toLowerCase();
      if (seen.has(folded) || seen.has(sha256))
        context.addIssue({
          code: 'custom',
          path: [index],
          message: 'is attached already',
          params: { wrong: { what: 'repeated' } satisfies Wrong },
        });
      seen.add(folded).add(sha256);
    }
  });
