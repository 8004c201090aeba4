// What does the desk call the place of a path into the content?
import type { Path } from '../../../functions/domain/content/finding.ts';
import { words } from '../../words/words.ts';

const editor = words.editor;
const fields = words.fields;

const NAMES: Readonly<Record<string, string>> = {
  type: editor.type,
  superiorLine: editor.superiorLine,
  agencyLines: editor.agencyLines,
  symbol: editor.symbol,
  place: editor.place,
  subject: editor.subject,
  addressees: editor.addressees,
  recipients: editor.recipients,
  archive: editor.archive,
  blocks: editor.body,
  authority: editor.authority,
  titles: editor.titles,
  name: editor.signerName,
  initials: editor.optional.initials,
  copies: editor.optional.copies,
  contactLine: editor.optional.contactLine,
  urgency: editor.optional.urgency,
  circulation: editor.optional.circulation,
  attachments: words.attachments.title,
};

const numberIn = (path: Path, at: number): number | null => {
  const step = path[at];
  return typeof step === 'number' ? step + 1 : null;
};

/** `at`: where the path says `blocks`. */
const blockName = (name: string, path: Path, at: number): string => {
  const block = numberIn(path, at + 1);
  if (block === null) return name;
  const named = fields.block(name, block);
  const [row, column] = [numberIn(path, at + 3), numberIn(path, at + 4)];
  return path[at + 2] === 'rows' && row !== null && column !== null
    ? fields.cell(named, row, column)
    : named;
};

export const placeName = (path: Path): string => {
  const [part, ...rest] = path;
  const place = numberIn(path, 1);
  if (part === 'blocks') return blockName(editor.body, path, 0);
  if (part === 'appendices' && place !== null) return blockName(fields.appendix(place), path, 2);
  if (part === 'attachments' && place !== null) return fields.file(place);
  // Within the signature and the drafter's mark each field has a name of its own.
  const inner = part === 'signature' || part === 'drafterMark' ? rest : path;
  const name = NAMES[String(inner[0])] ?? (part === 'signature' ? editor.signature : String(part));
  const line = numberIn(inner, 1);
  return line === null ? name : fields.line(name, line);
};
