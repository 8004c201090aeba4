// To whom does a document go, line by line of its addressees and recipients? Each once, by the way that it goes.
import type { OrganizationView } from '../../functions/contracts/views.ts';
import type {
  RecipientLine,
  ReportContent,
} from '../../functions/domain/content/report-content.ts';
import { fold } from '../../functions/domain/search/folded-words.ts';

/** It stands for the addressees, who are told already; where it is sent somewhere, that is told like any other. */
const isAsAbove = ({ text }: RecipientLine) => /^nhu (?:tren|kinh gui)$/u.test(fold(text));

export type WhereItGoes = { sent: string[]; onPaper: string[]; onlyNamed: string[] };

/** By the system, under the names of the directory where they are known. */
export const whereItGoes = (
  { addressees, recipients }: Pick<ReportContent, 'addressees' | 'recipients'>,
  directory: readonly Pick<OrganizationView, 'id' | 'name'>[],
): WhereItGoes => {
  const lines = [...addressees, ...recipients];
  const nameOf = new Map(directory.map(({ id, name }) => [id, name]));
  const sent = new Map<string, string>();
  for (const { organizationId, means, text } of lines) {
    // As the paper names them first: further down it may say less.
    if (means === 'system' && organizationId && !sent.has(organizationId))
      sent.set(organizationId, nameOf.get(organizationId) ?? text);
  }
  const printed = (means: 'paper' | 'nameOnly') => [
    ...new Set(
      lines.filter((line) => line.means === means && !isAsAbove(line)).map(({ text }) => text),
    ),
  ];
  return { sent: [...sent.values()], onPaper: printed('paper'), onlyNamed: printed('nameOnly') };
};
