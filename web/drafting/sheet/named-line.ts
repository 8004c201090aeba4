// What do the printed words of a line say of where it goes? All of it stands in the line itself, so it outlasts a reload.
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import type { RecipientLine } from '../../../functions/domain/content/report-content.ts';
import {
  isOnlyNamed,
  type RecipientNames,
} from '../../../functions/domain/directory/recipient-name.ts';

type Names = Pick<RecipientNames<OrganizationView>, 'named'>;

/** Does it go where its words say? Then other words do not go there. */
export const isNamed = ({ text, organizationId, means }: RecipientLine, { named }: Names) =>
  means === 'system' && organizationId !== null && named(text)?.id === organizationId;

export const nameOnly = (text: string): RecipientLine => ({
  text,
  organizationId: null,
  means: 'nameOnly',
});

/**
 * The line with other words: it goes at once where they are the name of one organization. `left` are those of which
 * somebody has said that they are a name only; where a line goes by words of the drafter's own, it still goes.
 */
export const written = (
  line: RecipientLine,
  text: string,
  names: Names,
  left: ReadonlySet<string>,
): RecipientLine => {
  const next = isNamed(line, names) ? nameOnly(text) : { ...line, text };
  const bearer = isOnlyNamed(next) && !left.has(text) ? names.named(text) : null;
  return bearer ? { text, organizationId: bearer.id, means: 'system' } : next;
};
