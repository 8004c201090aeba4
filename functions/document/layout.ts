// How is an administrative document laid out? Every number of the paper, for both renderers.
// Source: Decree 30/2020, Annex I (its articles in brackets); where it gives a range, its sample's value.

/** `size` in points. */
export interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

const upright = (size: number): TextStyle => ({ size, bold: false, italic: false });
const bold = (size: number): TextStyle => ({ size, bold: true, italic: false });
const italic = (size: number): TextStyle => ({ size, bold: false, italic: true });

/**
 * The newest layout; `layouts.ts` keeps those of before, and says what to do with any change that moves ink.
 * Lengths in millimetres, sizes of text in points, unless a name says otherwise.
 */
export const LAYOUT = {
  /** A4 upright [I.1]. */
  paper: { width: 210, height: 297 },
  /** Top and bottom 20–25, left 30–35, right 15–20 [I.3]: the least, so that the text has 165 mm. */
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  /** Word names the font of the decree [I.4]; the PDF embeds one with the same widths. */
  font: { word: 'Times New Roman', pdf: 'Tinos' },
  /**
   * For marks that neither has, such as ☑: one that every Windows has, and one to embed. Nothing that could be printed
   * before has such a mark, so no page moves, and the layout is no other.
   */
  markFont: { word: 'Segoe UI Symbol', pdf: 'Trinh Ky Marks' },

  /** Sizes and styles of the elements [II, and the sample column of V]. */
  styles: {
    nation: bold(12), // [II.1] 12–13
    motto: bold(13), // [II.1] 13–14
    superior: upright(12), // [II.2] 12–13, not bold
    agency: bold(12), // [II.2] 12–13
    number: upright(13), // [II.3] 13
    placeAndDate: italic(13), // [II.4] 13–14
    type: bold(14), // [II.5] 13–14
    subject: bold(14), // [II.5] 13–14
    matter: upright(12), // [II.5] 12–13: `V/v …` of a công văn
    addressees: upright(14), // [II.9] 13–14
    body: upright(14), // [II.6] 13–14
    tableCell: upright(13), // [II.6] 13–14: the smaller, columns are narrow
    authority: bold(14), // [II.7] 13–14
    signer: bold(14), // [II.7] 13–14
    recipientsTitle: { size: 12, bold: true, italic: true }, // [II.9] 12
    recipients: upright(11), // [II.9] 11
    division: bold(14), // [II.6] 13–14: Phần, Chương, Mục, Tiểu mục
    stamp: bold(13), // [III.2, III.3] 13–14
    appendix: bold(14), // [III.1] 14
    appendixTitle: bold(14), // [III.1] 13–14
    appendixReference: italic(14), // [III.1] 13–14
    drafterMark: upright(11), // [III.4] 11
    contactLine: upright(11), // [III.5] 11–12
    pageNumber: upright(14), // [I.7] 13–14
    reuseNote: italic(9), // Not the decree's: at the foot of the Word file only.
  },

  /** "Single" spacing of Times New Roman, in em: what Word and Typst both need to be told [II.6]. */
  line: { ascent: 0.891, descent: 0.216, gap: 0.0425 },
  body: {
    /** 1 cm or 1.27 cm [II.6]. */
    firstLineIndent: 12.7,
    /** Points; at least 6 [II.6]. */
    gapBelow: 6,
  },

  /** Columns of the header: the nation's name needs 89 mm at 12 points [IV, boxes 1 and 2]. The gap is in points. */
  header: { left: 70, right: 95, gapAboveNumber: 6 },
  /** Solid lines under agency, motto and subject [II.1, II.2, II.5]. */
  rule: {
    /** Points. */
    thickness: 0.75,
    /** Points between the text and its line, and the height the line takes up. */
    gapAbove: 2,
    height: 4,
    /** A third to a half of the text; under the motto all of it. */
    shareOfText: 0.4,
  },
  /** The name of the type, and what it is about [IV, box 5a]; gaps in points; the indent balances long subjects. */
  title: { gapAbove: 14, gapBelow: 10, indent: 12.7 },
  /** `V/v …` stands 6 points under Số [II.5]. */
  matter: { gapAbove: 6 },
  /** Single-framed stamps, bright red where they urge [III.2]; below the number or the date, 6 points from it. */
  stamp: {
    height: 8,
    width: {
      urgent: 20, // [III.2]
      veryUrgent: 40, // [III.2]
      immediate: 30, // [III.2]
      // The text in 13 points and some 3 mm on each side; the decree gives no size.
      internal: 54,
      returnAfterReading: 58,
    },
    /** Points, like the rules under agency and motto. */
    stroke: 0.75,
    gapAbove: 6,
    color: { urgency: 'FF0000', circulation: '000000' },
  },
  /** Kính gửi begins about 40 % from the left edge of the sheet [IV, box 9a]. */
  addressees: { indent: 45, gapBelow: 10 },

  /** Columns at the foot [IV, boxes 7 and 9b]. */
  foot: { left: 75, right: 90 },
  /** Between title and name: room for the image of a hand's signature, the seal over its left third [II.7, II.8]. */
  signatureArea: { width: 60, height: 30 },

  /** From the sheet's edge to the page number, in the middle of the top margin, from page 2 [I.7]. */
  pageNumber: { fromEdge: 10 },
  /** At the foot, so low that two lines of the contact line have room above it in the margin. */
  reuseNote: { fromEdge: 6 },
  /** Under a line as long as the text is wide, in the bottom margin of the first page [III.5]; the gap is in points. */
  contactLine: { fromBody: 4, gapBelowRule: 2 },
  /** Points below the appendix's number, title and reference. */
  appendix: { gapBelow: 10 },
  /** Word's own cell insets, in points; lines of half a point. */
  table: { insetX: 5.4, insetY: 2, stroke: 0.5 },
} as const;

type AnySuch<Thing> = Thing extends number
  ? number
  : Thing extends string
    ? string
    : Thing extends boolean
      ? boolean
      : { readonly [Part in keyof Thing]: AnySuch<Thing[Part]> };

/** All that may differ between two layouts. */
export type Layout = AnySuch<typeof LAYOUT>;

/** Millimetres between the margins. */
export const textWidth = ({ paper, margin }: Layout): number =>
  paper.width - margin.left - margin.right;

/** At the foot of every page of a Word file: only the signed PDF is the report. */
export const REUSE_NOTE = 'Bản để tổng hợp, không có giá trị pháp lý';
