// What stands on the paper, word for word? The lines both renderers print, with numbers and end marks.
import { DOCUMENT_TYPES } from '../domain/document-type.ts';
import { type Block, plainText, type ReportContent, type Run } from '../domain/report-content.ts';
import { numbering } from './numbering.ts';

/** What issuing adds to the content. Null while nobody has signed: both places stay blank. */
export interface Issuing {
  readonly number: number;
  /** `YYYY-MM-DD`, the day of issue in Việt Nam. */
  readonly date: string;
}

export interface PrintedRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A paragraph of the body. A heading's level is for outline and tags; its number is in its runs. */
export interface PrintedText {
  readonly kind: 'text';
  readonly heading: 1 | 2 | 3 | null;
  /** Never the last line of a page: what it announces, or the signature, follows. */
  readonly keepWithNext: boolean;
  readonly runs: readonly PrintedRun[];
}

export interface PrintedTable {
  readonly kind: 'table';
  readonly columns: readonly {
    readonly share: number;
    readonly align: 'left' | 'center' | 'right';
  }[];
  readonly headerRows: number;
  readonly rows: readonly (readonly (readonly PrintedRun[])[])[];
}

export interface PrintedForm {
  /** For the file's properties, not printed. */
  readonly properties: { readonly title: string; readonly author: string };
  readonly superior: string | null;
  readonly agency: readonly string[];
  readonly nation: string;
  readonly motto: string;
  readonly number: string;
  readonly placeAndDate: string;
  /** Name of the type and subject; null in a công văn, which has `matter` under its number instead. */
  readonly title: { readonly type: string; readonly subject: string } | null;
  readonly matter: string | null;
  /** One addressee stands behind `lead`, several below it; null where a document has none. */
  readonly addressees: { readonly lead: string; readonly lines: readonly string[] } | null;
  readonly body: readonly (PrintedText | PrintedTable)[];
  readonly recipientsTitle: string;
  readonly recipients: readonly string[];
  /** Authority and titles, one a line. */
  readonly authority: readonly string[];
  readonly signer: string;
}

// No-break spaces: ordinary ones at the end of a centred line would not keep their width.
const blank = (width: number) => '\u00A0'.repeat(width);
/** As wide as three figures. */
const BLANK_NUMBER = blank(8);
/** As wide as two figures and the spaces around them. */
const BLANK_DATE_PART = blank(5);

const twoDigits = (value: number) => `${value}`.padStart(2, '0');

/** `Số: 06/BC-UBND`: a leading 0 below 10. Decree 30/2020, Annex I, II.3. */
const numberLine = (symbol: string, issuing: Issuing | null): string =>
  `Số:${issuing ? ` ${twoDigits(issuing.number)}` : BLANK_NUMBER}/${symbol}`;

/** A leading 0 for days below 10, and for January and February only. Decree 30/2020, Annex I, II.4. */
const dateInWords = (date: string): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `ngày ${twoDigits(day)} tháng ${month <= 2 ? twoDigits(month) : month} năm ${year}`;
};

const placeAndDateLine = (place: string, issuing: Issuing | null): string =>
  `${place}, ${
    issuing
      ? dateInWords(issuing.date)
      : `ngày${BLANK_DATE_PART}tháng${BLANK_DATE_PART}năm${BLANK_DATE_PART}`
  }`;

const upper = (text: string) => text.toLocaleUpperCase('vi');

/** `- …;` on every line, a full stop on the last. Decree 30/2020, Annex I, II.9. */
const listed = (texts: readonly string[]): string[] =>
  texts.map(
    (text, index) => `- ${text.replace(/[\s;.]+$/u, '')}${index === texts.length - 1 ? '.' : ';'}`,
  );

const addresseesOf = ({ addressees }: ReportContent): PrintedForm['addressees'] => {
  const texts = addressees.map(({ text }) => text);
  if (texts.length === 0) return null;
  return { lead: 'Kính gửi:', lines: texts.length === 1 ? texts : listed(texts) };
};

const plain = (text: string): PrintedRun => ({ text, bold: false, italic: false });
const asTyped = (runs: readonly Run[]): PrintedRun[] =>
  runs.map(({ text, bold = false, italic = false }) => ({ text, bold, italic }));
const allBold = (runs: readonly Run[]): PrintedRun[] =>
  asTyped(runs).map((run) => ({ ...run, bold: true }));
const allItalic = (runs: readonly Run[]): PrintedRun[] =>
  asTyped(runs).map((run) => ({ ...run, italic: true }));

/** Level 1 upper case and bold, level 2 bold, level 3 plain; all upright. Annex I, II.6.d. */
const headingRun = (level: 1 | 2 | 3, number: string, title: string): PrintedRun => ({
  text: `${number} ${level === 1 ? upper(title) : title}`,
  bold: level < 3,
  italic: false,
});

const isBlank = (block: Block) => block.kind !== 'table' && plainText(block.runs).trim() === '';

const bodyOf = (blocks: readonly Block[]): (PrintedText | PrintedTable)[] => {
  const next = numbering();
  const text = (runs: readonly PrintedRun[], keepWithNext = false): PrintedText => ({
    kind: 'text',
    heading: null,
    keepWithNext,
    runs,
  });
  return blocks
    .filter((block) => !isBlank(block))
    .map((block) => {
      switch (block.kind) {
        case 'heading': {
          const run = headingRun(block.level, next(block.level), plainText(block.runs));
          return { ...text([run], true), heading: block.level };
        }
        case 'clause':
          return text([plain(`${next(block.level)} `), ...asTyped(block.runs)]);
        case 'paragraph':
          return text(asTyped(block.runs));
        case 'label':
          return text([plain('- '), ...allItalic(block.runs)], true);
        case 'bullet':
          return text([plain(block.level === 1 ? '- ' : '+ '), ...asTyped(block.runs)]);
        case 'table':
          return {
            kind: 'table',
            columns: block.columns,
            headerRows: block.headerRows,
            rows: block.rows.map((row, index) =>
              row.map(index < block.headerRows ? allBold : asTyped),
            ),
          };
      }
      return block satisfies never;
    });
};

/** The body's last words carry `./.` (Annex III) and stay with the signature: no page holds it alone. */
const ended = (body: (PrintedText | PrintedTable)[]): (PrintedText | PrintedTable)[] => {
  const last = body.at(-1);
  if (last?.kind !== 'text') return body;
  const lastRun = last.runs.at(-1);
  if (!lastRun) return body;
  const run = { ...lastRun, text: lastRun.text.replace(/(\.\/\.|[.;]?)\s*$/u, './.') };
  return [
    ...body.slice(0, -1),
    { ...last, keepWithNext: true, runs: [...last.runs.slice(0, -1), run] },
  ];
};

/** The printed form of a content, issued or not yet. Pure: the same content, the same lines. */
export const printedForm = (content: ReportContent, issuing: Issuing | null): PrintedForm => {
  const { name } = DOCUMENT_TYPES[content.type];
  const isLetter = content.type === 'congVan';
  const { authority, titles, name: signer } = content.signature;
  return {
    properties: {
      title: `${name}: ${content.subject}`,
      author: content.agencyLines.map(upper).join(' '),
    },
    superior: content.superiorLine && upper(content.superiorLine),
    agency: content.agencyLines.map(upper),
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: numberLine(content.symbol, issuing),
    placeAndDate: placeAndDateLine(content.place, issuing),
    title: isLetter ? null : { type: upper(name), subject: content.subject },
    matter: isLetter ? `V/v ${content.subject}` : null,
    addressees: addresseesOf(content),
    body: ended(bodyOf(content.blocks)),
    recipientsTitle: 'Nơi nhận:',
    recipients: listed([...content.recipients.map(({ text }) => text), content.archive]),
    authority: [...(authority ? [authority] : []), ...titles].map(upper),
    signer,
  };
};
