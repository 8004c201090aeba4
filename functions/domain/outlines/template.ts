// What may an office begin its reports with, besides the common outlines? Reports of its own, kept as templates.
import * as z from 'zod';
import { DocumentType } from '../content/document-type-schema.ts';
import { LONGEST_TEMPLATE_NAME } from '../content/lengths.ts';
import { ReportContent } from '../content/report-content.ts';
import { line } from '../content/text.ts';
import { ReportId } from '../ids.ts';

/** More would not be looked through. */
export const MOST_TEMPLATES = 100;

export const TemplateName = z.strictObject({
  name: line(LONGEST_TEMPLATE_NAME, 1),
  /** When to choose it. */
  help: line(300),
});

export type TemplateName = z.infer<typeof TemplateName>;

/** Bears the name of the report that it was made from: one report is one template at most. */
export const Template = TemplateName.extend({
  id: ReportId,
  type: DocumentType,
  /** The year that its words speak of. */
  year: z.number().int().min(2000).max(2999),
  content: ReportContent,
});
export type Template = z.infer<typeof Template>;
