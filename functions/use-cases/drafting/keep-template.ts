// How does a report become one of its office's templates?

import type { ReportId } from '../../domain/ids.ts';
import { MOST_TEMPLATES, type Template } from '../../domain/outlines/template.ts';
import { Refusal } from '../../domain/refusal.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { contentOf, yearOfReport } from './words-to-begin-with.ts';

const NEEDS = ['reports', 'submissions', 'templates'] as const;

/** Keeps a report's words as a template; again, under another name. Refusals: not_permitted, report_not_found, templates_full. */
export const keepTemplate = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
  named: Pick<Template, 'name' | 'help'>,
): Promise<Omit<Template, 'content'>> => {
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
  return template;
};
keepTemplate.needs = NEEDS;
