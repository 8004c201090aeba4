// Where on its pages, as the newest layout sets them, does a report leave room for the signer's hand?
import { LAYOUT } from '../../../functions/document/layout.ts';
import type { Issuing } from '../../../functions/document/printed-form.ts';
import { renderForSigning } from '../../../functions/document/render-pdf.ts';
import type { Place } from '../../../functions/domain/content/place.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';

export const locateSignature = (content: ReportContent, issuing: Issuing | null): Place =>
  renderForSigning(LAYOUT, content, issuing).signatureArea;
