// Which changes does a signature allow after itself? DocMDP, FieldMDP and the lock of its field (ISO 32000-2, 12.8.2).
import type { FoundSignature } from '../find-signatures.ts';
import { isName, textOf } from '../pdf/form-fields.ts';
import type { Dict } from '../pdf/object.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Permission } from './change.ts';

export type Terms = {
  /** It certifies: the file's author says what may follow. */
  certifies: boolean;
  /** The strictest of what certification and lock say; undefined when neither says anything. */
  permission: Permission | undefined;
  /** Whether a form field is locked by this signature. */
  locks: (field: string) => boolean;
};

/** Without /P, 2 (ISO 32000-2, table 257). */
const STANDARD: Permission = 2;

/** @param file the revision that the signature covers */
export const termsOf = (file: PdfFile, { dict, fieldDict }: FoundSignature): Terms => {
  const references = file.array(dict.entries.get('Reference')) ?? [];
  const transforms = references.flatMap((value) => {
    const reference = file.dict(value);
    if (reference === undefined) return [];
    const parameters = file.dict(reference.entries.get('TransformParams'));
    return [{ method: reference.entries.get('TransformMethod'), parameters }];
  });
  const certification = transforms.find(({ method }) => isName(file.value(method), 'DocMDP'));
  const lock = file.dict(fieldDict?.entries.get('Lock'));
  const fieldLocks = transforms
    .filter(({ method }) => isName(file.value(method), 'FieldMDP'))
    .map(({ parameters }) => parameters);
  const said = [
    certification && (permissionIn(file, certification.parameters) ?? STANDARD),
    permissionIn(file, lock),
  ].filter((each) => each !== undefined);
  return {
    certifies: certification !== undefined,
    permission: said.toSorted()[0],
    locks: (field) => [...fieldLocks, lock].some((each) => isLocked(file, each, field)),
  };
};

const permissionIn = (file: PdfFile, dict: Dict | undefined): Permission | undefined => {
  const value = file.value(dict?.entries.get('P'));
  return value === 1 || value === 2 || value === 3 ? value : undefined;
};

/** ISO 32000-2, tables 236 and 259: all fields, those named, or all but those. */
const isLocked = (file: PdfFile, lock: Dict | undefined, field: string): boolean => {
  if (lock === undefined) return false;
  const action = file.value(lock.entries.get('Action'));
  const names = (file.array(lock.entries.get('Fields')) ?? []).map((name) => textOf(file, name));
  const isNamed = names.some(
    (name) => name !== undefined && (field === name || field.startsWith(`${name}.`)),
  );
  if (isName(action, 'Include')) return isNamed;
  if (isName(action, 'Exclude')) return !isNamed;
  return isName(action, 'All');
};
