// What stands on the paper, word for word? The lines both renderers print, with numbers and end marks.

import { DOCUMENT_TYPES } from '../domain/content/document-type.ts';
import type { ReportContent } from '../domain/content/report-content.ts';
import type { Layout } from './layout.ts';
import { roman } from './numbering.ts';
import { ended, type PrintedBody, printedBody, upper } from './printed-body.ts';

/** What issuing adds to the content. Null while nobody has signed: both places stay blank. */
export interface Issuing {
  readonly number: number;
  /** `YYYY-MM-DD`, the day of issue in Việt Nam. */
  readonly date: string;
}

/** A frame with a word in it. */
export interface PrintedStamp {
  readonly text: string;
  /** Millimetres. */
  readonly width: number;
  /** `RRGGBB` */
  readonly color: string;
}

/** Phụ lục: begins on a page of its own, and counts its pages from 1. */
export interface PrintedAppendix {
  readonly number: string;
  readonly title: string;
  /** Two lines: which document, and whose. */
  readonly reference: readonly string[];
  readonly body: PrintedBody;
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
  /** Under the number, and under the date. */
  readonly urgency: PrintedStamp | null;
  readonly circulation: PrintedStamp | null;
  readonly body: PrintedBody;
  readonly recipientsTitle: string;
  readonly recipients: readonly string[];
  /** Authority and titles, one a line. */
  readonly authority: readonly string[];
  readonly signer: string;
  /** `PL.(300)`, under the recipients. */
  readonly drafterMark: string | null;
  /** Under a line at the foot of the first page. */
  readonly contactLine: string | null;
  readonly appendices: readonly PrintedAppendix[];
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

const blankDate = `ngày${BLANK_DATE_PART}tháng${BLANK_DATE_PART}năm${BLANK_DATE_PART}`;

const placeAndDateLine = (place: string, issuing: Issuing | null): string =>
  `${place}, ${issuing ? dateInWords(issuing.date) : blankDate}`;

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

const STAMPS = {
  urgent: 'KHẨN',
  veryUrgent: 'THƯỢNG KHẨN',
  immediate: 'HỎA TỐC',
  internal: 'LƯU HÀNH NỘI BỘ',
  returnAfterReading: 'XEM XONG TRẢ LẠI',
} as const satisfies Record<keyof Layout['stamp']['width'], string>;

const stamp = (
  { width }: Layout['stamp'],
  kind: keyof typeof STAMPS | null,
  color: string,
): PrintedStamp | null => kind && { text: STAMPS[kind], width: width[kind], color };

const PEOPLES_COMMITTEE =
  /^ỦY BAN NHÂN DÂN (XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH) (.+)$/u;

const titleCase = (words: string) =>
  words
    .toLocaleLowerCase('vi')
    .replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));

/** An agency's name within a sentence: a People's Committee in capitals gets those of Annex II, IV; any other stays. */
const inSentence = (agency: string): string => {
  const [, unit = '', place = ''] = PEOPLES_COMMITTEE.exec(agency) ?? [];
  return place ? `Ủy ban nhân dân ${unit.toLocaleLowerCase('vi')} ${titleCase(place)}` : agency;
};

/** Number and date of what an appendix belongs to are left unfilled in an electronic document. Annex I, III.1. */
const referenceTo = ({ type, symbol, agencyLines }: ReportContent): string[] => [
  `(Kèm theo ${DOCUMENT_TYPES[type].name} số${BLANK_NUMBER}/${symbol} ${blankDate}`,
  `của ${inSentence(agencyLines.join(' '))})`,
];

const appendicesOf = (content: ReportContent): PrintedAppendix[] =>
  content.appendices.map(({ title, blocks }, index) => ({
    number: content.appendices.length === 1 ? 'Phụ lục' : `Phụ lục ${roman(index + 1)}`,
    title: upper(title),
    reference: referenceTo(content),
    body: printedBody(blocks),
  }));

/** The printed form of a content, issued or not yet. Pure: the same content and layout, the same lines. */
export const printedForm = (
  layout: Layout,
  content: ReportContent,
  issuing: Issuing | null,
): PrintedForm => {
  const { name } = DOCUMENT_TYPES[content.type];
  const isLetter = content.type === 'congVan';
  const { authority, titles, name: signer } = content.signature;
  const mark = content.drafterMark;
  return {
    properties: {
      title: `${name}: ${content.subject}`,
      author: content.agencyLines.map(upper).join(' '),
    },
    superior: content.superiorLine ? upper(content.superiorLine) : null,
    agency: content.agencyLines.filter((line) => line !== '').map(upper),
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: numberLine(content.symbol, issuing),
    placeAndDate: placeAndDateLine(content.place, issuing),
    title: isLetter ? null : { type: upper(name), subject: content.subject },
    matter: isLetter ? `V/v ${content.subject}` : null,
    addressees: addresseesOf(content),
    urgency: stamp(layout.stamp, content.urgency, layout.stamp.color.urgency),
    circulation: stamp(layout.stamp, content.circulation, layout.stamp.color.circulation),
    body: ended(printedBody(content.blocks)),
    recipientsTitle: 'Nơi nhận:',
    recipients: listed([...content.recipients.map(({ text }) => text), content.archive]),
    authority: [authority ?? '', ...titles].filter((line) => line !== '').map(upper),
    signer,
    drafterMark: mark && `${upper(mark.initials)}.(${mark.copies})`,
    // An empty one would be a rule above nothing.
    contactLine: content.contactLine || null,
    appendices: appendicesOf(content),
  };
};
