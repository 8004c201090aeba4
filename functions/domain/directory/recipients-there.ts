// Can everybody who gets a report by the system still receive it? Asked when it is submitted: once it is issued it cannot be called back.

import type { ReportContent } from '../content/report-content.ts';
import type { FieldPath, FieldProblem } from '../field-problem.ts';
import type { Instant, OrganizationId } from '../ids.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { isValidAt, type Organization } from './organization.ts';

const refuse = (code: RefusalCode, field: FieldProblem): never => {
  throw new Refusal(code, { fields: [field] });
};

/** Each is in the directory and open, of whom `known` says so. Refusals: recipient_unknown, recipient_closed. */
export const checkRecipients = (
  content: ReportContent,
  known: ReadonlyMap<OrganizationId, Organization>,
  at: Instant,
): void => {
  for (const part of ['addressees', 'recipients'] as const) {
    for (const [index, { means, organizationId }] of content[part].entries()) {
      if (means !== 'system') continue;
      const path: FieldPath = ['content', part, index, 'organizationId'];
      const organization = organizationId === null ? undefined : known.get(organizationId);
      if (organization === undefined) {
        const message = 'is no organization of the directory';
        refuse('recipient_unknown', { path, message, wrong: { what: 'notKnown' } });
      } else if (!isValidAt(organization, at)) {
        const message = 'no longer exists';
        refuse('recipient_closed', { path, message, wrong: { what: 'gone' } });
      }
    }
  }
};
