// What does a kind of report begin with? Its type, its usual words and headings, and places to fill in.
import { type Block, runsOf } from '../content/block.ts';
import { type DocumentType, symbolOf } from '../content/document-type.ts';
import {
  NO_OPTIONAL_PARTS,
  type ReportContent,
  type SignatureBlock,
} from '../content/report-content.ts';
import type { Organization } from '../directory/organization.ts';

export interface Outline {
  readonly id: string;
  readonly name: string;
  /** When to choose it. */
  readonly help: string;
  readonly type: DocumentType;
  /** The year that its words speak of; a report that begins with it speaks of the present one. */
  readonly year: number;
  readonly subject: string;
  /** The printed words of Kính gửi. */
  readonly addressees: readonly string[];
  readonly blocks: readonly Block[];
  readonly recipients: readonly string[];
}

// How outlines are written: a line for each block.
export const basis = (text: string): Block => ({ kind: 'legalBasis', runs: runsOf(text) });
export const part = (text: string): Block => ({ kind: 'heading', level: 1, runs: runsOf(text) });
export const item = (text: string): Block => ({ kind: 'heading', level: 2, runs: runsOf(text) });
export const clause = (text: string): Block => ({ kind: 'clause', level: 2, runs: runsOf(text) });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });
export const bullet = (text: string): Block => ({ kind: 'bullet', level: 1, runs: runsOf(text) });

/** A table with a header row; widths are shares. */
export const table = (columns: readonly [title: string, share: number][], rows: number): Block => ({
  kind: 'table',
  columns: columns.map(([, share], index) => ({ share, align: index === 0 ? 'center' : 'left' })),
  headerRows: 1,
  rows: [
    columns.map(([title]) => runsOf(title)),
    ...Array.from({ length: rows }, (_, row) =>
      columns.map((_, column) => runsOf(column === 0 ? `${row + 1}` : '')),
    ),
  ],
});

/** Who signs is known to the office alone; where it does not say, the drafter fills it in. */
const NOBODY: SignatureBlock = { authority: null, titles: [''], name: '' };

/** An outline on the paper of an office. */
export const onPaperOf = (
  outline: Omit<Outline, 'id' | 'name' | 'help' | 'year'>,
  office: Pick<Organization, 'superiorLine' | 'agencyLines' | 'abbreviation' | 'place'>,
): ReportContent => {
  const named = (text: string) => ({ text, organizationId: null, means: 'nameOnly' as const });
  return {
    ...NO_OPTIONAL_PARTS,
    type: outline.type,
    superiorLine: office.superiorLine,
    agencyLines: office.agencyLines,
    symbol: symbolOf(outline.type, office.abbreviation),
    place: office.place,
    subject: outline.subject,
    addressees: outline.addressees.map(named),
    blocks: [...outline.blocks],
    recipients: outline.recipients.map(named),
    archive: 'Lưu: VT',
    signature: NOBODY,
  };
};
