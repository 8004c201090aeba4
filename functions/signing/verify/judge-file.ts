// What is to be said of a file, after each of its signatures: may it be relied on as a whole?
import { SEAL_FIELD } from '../our-fields.ts';
import type { FoundSignature, UnreadableFile } from './find-signatures.ts';
import { endOfRevision } from './judge-integrity.ts';
import { isBroken, type JudgedSignature } from './judge-signature.ts';
import { cannotJudge, invalid, type Judgement, VALID } from './judgement.ts';

export type FileJudgement = Judgement<
  | 'no_signature'
  | 'signature_invalid'
  | 'signatures_overlap'
  | 'content_after_last_signature'
  | 'changed_after_signing'
  | 'seal_missing',
  UnreadableFile | 'file_damaged' | 'signature_not_judged' | 'change_doubtful' | 'anchor_unreadable'
>;

/** Whether a file still waits for our seal, and nobody expects it to. */
export const lacksSeal = (emptyFields: string[], awaited: readonly string[]): boolean =>
  emptyFields.includes(SEAL_FIELD) && !awaited.includes(SEAL_FIELD);

export const judgeFile = (
  signatures: JudgedSignature[],
  state: { damaged: boolean; overlap: boolean; lacksSeal: boolean },
): FileJudgement => {
  const last = signatures.at(-1);
  if (last === undefined)
    return state.damaged ? cannotJudge('file_damaged') : invalid('no_signature');
  if (signatures.some(isBroken)) return invalid('signature_invalid');
  if (state.overlap) return invalid('signatures_overlap');
  const judgements = signatures.map(({ changesAllowed }) => changesAllowed);
  if (judgements.some(({ verdict }) => verdict === 'invalid')) {
    const end = last.changesAllowed;
    const isAppended = end.verdict === 'invalid' && end.because !== 'change_not_allowed';
    return invalid(isAppended ? 'content_after_last_signature' : 'changed_after_signing');
  }
  if (state.lacksSeal) return invalid('seal_missing');
  if (state.damaged) return cannotJudge('file_damaged');
  if (judgements.some(({ verdict }) => verdict === 'cannotJudge')) {
    return cannotJudge('change_doubtful');
  }
  const isClear = signatures.every(({ verdict }) => verdict === 'valid');
  return isClear ? VALID : cannotJudge('signature_not_judged');
};

/** Each signature is made in an update of its own: its hole lies behind all that the one before it covers. */
export const overlap = (pdf: Uint8Array, signatures: FoundSignature[]): boolean =>
  signatures.some((signature, place) => {
    const before = signatures[place - 1];
    const end = before && endOfRevision(pdf, before);
    const start = signature.byteRange[1];
    return end !== undefined && start !== undefined && start < end;
  });
