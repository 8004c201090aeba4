// With which words does a new report begin? With an outline on the office's own paper, a template of its own, or an earlier report.
import type { ReportId } from '../../domain/ids.ts';
import { withYearsMoved } from '../../domain/move-years.ts';
import { officeDayOf } from '../../domain/office-calendar.ts';
import { onPaperOf } from '../../domain/outline.ts';
import { OUTLINES } from '../../domain/outlines.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportContent } from '../../domain/report-content.ts';
import { MOST_TEMPLATES, type Template } from '../../domain/template.ts';
import { findFrozen, findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { signatureOf } from '../reading/printed-signer.ts';
import type { Needs } from '../world.ts';

const yearOf = (day: string) => Number(day.slice(0, 4));

const contentOf = async (world: Needs<'records'>, report: Report): Promise<ReportContent> =>
  report.status === 'draft' ? report.content : findFrozen(world, report.submissionId);

/** The year that a report speaks of: that of its issue, or of its beginning. */
const yearOfReport = (report: Report): number =>
  yearOf(report.status === 'issued' ? report.issue.date : officeDayOf(report.createdAt));

/** Attachments stay with the report that they were added to; it will be signed by who signs today. */
const onDesk = async (
  world: Needs<'directory'>,
  content: ReportContent,
  year: number,
  { organization, at }: Caller,
): Promise<ReportContent> => {
  const signature = (await signatureOf(world, organization.settings.chain)) ?? content.signature;
  return withYearsMoved({ ...content, attachments: [], signature }, year, yearOf(officeDayOf(at)));
};

export type TemplateRow = Pick<Template, 'name' | 'help' | 'type'> & { id: string; own: boolean };

/** The common outlines, then the office's own templates. */
export const listTemplates = async (
  { templates }: Needs<'templates'>,
  { organization }: Caller,
): Promise<TemplateRow[]> => {
  const own = await templates.of(organization.id);
  return [
    ...OUTLINES.map(({ id, name, help, type }) => ({ id, name, help, type, own: false })),
    ...own.map(({ id, name, help, type }) => ({ id, name, help, type, own: true })),
  ];
};

/** The words to begin with, years moved to the present one. Refusal: template_not_found. */
export const beginWithTemplate = async (
  world: Needs<'templates' | 'directory'>,
  caller: Caller,
  id: string,
): Promise<ReportContent> => {
  const outline = OUTLINES.find((one) => one.id === id);
  if (outline) {
    return onDesk(world, onPaperOf(outline, caller.organization), outline.year, caller);
  }
  const own = await world.templates.read(caller.organization.id, id as ReportId);
  if (own === null) throw new Refusal('template_not_found');
  return onDesk(world, own.content, own.year, caller);
};

/** An earlier report of the office, years moved to the present one. Refusal: report_not_found. */
export const beginWithReport = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  reportId: ReportId,
): Promise<ReportContent> => {
  const report = await findOwnReport(world, caller, reportId);
  return onDesk(world, await contentOf(world, report), yearOfReport(report), caller);
};

/** Keeps a report's words as a template; again, under another name. Refusals: not_permitted, report_not_found, templates_full. */
export const keepTemplate = async (
  world: Needs<'records' | 'templates'>,
  caller: Caller,
  reportId: ReportId,
  named: Pick<Template, 'name' | 'help'>,
): Promise<TemplateRow> => {
  requireRole(caller, 'administrator');
  const report = await findOwnReport(world, caller, reportId);
  const content = await contentOf(world, report);
  const own = await world.templates.of(caller.organization.id);
  const others = own.filter(({ id }) => id !== reportId);
  if (others.length >= MOST_TEMPLATES) throw new Refusal('templates_full');
  const template = { ...named, id: reportId, type: content.type, year: yearOfReport(report) };
  await world.templates.keep(caller.organization.id, {
    ...template,
    content: { ...content, attachments: [] },
  });
  return { ...named, id: reportId, type: content.type, own: true };
};

/** Repeatable. The reports that began with it keep their words. Refusal: not_permitted. */
export const removeTemplate = async (
  { templates }: Needs<'templates'>,
  caller: Caller,
  id: ReportId,
): Promise<void> => {
  requireRole(caller, 'administrator');
  await templates.remove(caller.organization.id, id);
};
