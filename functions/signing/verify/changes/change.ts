// What may have happened to a file after a signature, and which certification allows it?

/**
 * - `validationData`: certificates, revocation lists and responses for checking signatures (DSS)
 * - `documentTimestamp`, `signature`: a field of these kinds, added invisibly or filled
 * - `visibleSignature`: a signature in a field that was not there before, and that is to be seen
 * - `emptyField`: a signature field without a signature
 * - `formField`: another field filled in
 * - `annotation`: a comment and its like
 * - `structure`: the tags for screen readers, where more than a new field's came
 * - `metadata`: when and with what the file was saved, and its XMP
 * - `unused`: objects that nothing refers to
 * - `other`: anything else
 */
export type FileChange = {
  kind:
    | 'validationData'
    | 'documentTimestamp'
    | 'signature'
    | 'visibleSignature'
    | 'emptyField'
    | 'formField'
    | 'annotation'
    | 'structure'
    | 'metadata'
    | 'unused'
    | 'other';
  /** The name of the field, or the number of the object. */
  where: string;
};

/** /P of DocMDP (ISO 32000-2, table 257): 1 nothing, 2 filling in and signing, 3 comments too. */
export type Permission = 1 | 2 | 3;

/** What shows on no page and says nothing: programs leave it behind when they save. */
const TRACES: readonly FileChange['kind'][] = ['metadata', 'unused'];

/** What may follow anything (ISO 32000-2, 12.8.2.2). */
const ALWAYS: readonly FileChange['kind'][] = ['validationData', 'documentTimestamp'];

/** What each permission adds. */
const ALLOWED: Record<Permission, readonly FileChange['kind'][]> = {
  1: [],
  2: ['signature', 'formField'],
  3: ['signature', 'formField', 'annotation'],
};

/** Without certification: signing again is what signatures are for. */
const UNCERTIFIED: readonly FileChange['kind'][] = ['signature', 'visibleSignature'];

/** Viewers differ in whether these are allowed; whoever looks at the file must decide. */
const DOUBTFUL: readonly FileChange['kind'][] = ['emptyField', 'structure'];

export type Allowance = 'allowed' | 'doubtful' | 'forbidden';

/** @param permission undefined when no signature so far certifies the file */
export const allowanceOf = (
  { kind }: FileChange,
  permission: Permission | undefined,
): Allowance => {
  if ([...ALWAYS, ...TRACES].includes(kind)) return 'allowed';
  if (permission === undefined) {
    if (UNCERTIFIED.includes(kind)) return 'allowed';
    // Nobody said whether these may follow.
    return [...DOUBTFUL, 'formField', 'annotation'].includes(kind) ? 'doubtful' : 'forbidden';
  }
  if (ALLOWED[permission].includes(kind)) return 'allowed';
  if (permission === 1) return kind === 'structure' ? 'doubtful' : 'forbidden';
  return [...DOUBTFUL, 'visibleSignature'].includes(kind) ? 'doubtful' : 'forbidden';
};

/** In a file of ours: the seal in the field that waits for it, and data for checking. It leaves no traces. */
export const allowanceInOurs = ({ kind, where }: FileChange, seal: string): Allowance =>
  ALWAYS.includes(kind) || (kind === 'signature' && where === seal) ? 'allowed' : 'forbidden';
