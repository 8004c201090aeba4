// cli schema: what must a report in JSON look like?
import * as z from 'zod';
import { ReportContent } from '../../domain/content/report-content.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

export const schema = (parts: string[]): ExitCode => {
  if (parts.length > 0) throw new Refused(2, USAGE);
  console.log(JSON.stringify(z.toJSONSchema(ReportContent, { io: 'input' }), null, 2));
  return 0;
};
