// With what may a report of this office begin? With a common outline, or a template of its own.
import type { DocumentType } from '../../domain/content/document-type.ts';
import { OUTLINES } from '../../domain/outlines/outlines.ts';
import type { TemplateName } from '../../domain/outlines/template.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['templates'] as const;

/** `own`: kept by the office, whose administrator may remove it. */
type Beginning = TemplateName & { id: string; type: DocumentType; own: boolean };

/** The common outlines, then the office's own templates. */
export const listTemplates = async (
  { templates }: WorldOf<typeof NEEDS>,
  { organization }: Caller,
): Promise<Beginning[]> => {
  const own = await templates.of(organization.id);
  return [
    ...OUTLINES.map(({ id, name, help, type }) => ({ id, name, help, type, own: false })),
    ...own.map(({ id, name, help, type }) => ({ id, name, help, type, own: true })),
  ];
};
listTemplates.needs = NEEDS;
