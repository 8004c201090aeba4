// What lies in the working bucket for the renderer? The words, and the layout that prints them.
import * as z from 'zod';
import { ReportContent } from '../domain/content/report-content.ts';

export const RenderingModel = z.strictObject({
  layoutVersion: z.number().int(),
  content: ReportContent,
});

/** As it is written there. */
export const modelOf = (content: ReportContent, layoutVersion: number): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ layoutVersion, content }));
