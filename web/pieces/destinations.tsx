// Where does a document go? To whom by the system, to whom on paper, and whose names are only printed.
import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OrganizationView } from '../../functions/contracts/views.ts';
import { fold } from '../../functions/domain/folded-words.ts';
import type { RecipientLine, ReportContent } from '../../functions/domain/report-content.ts';
import { words } from '../words/words.ts';

const said = words.destinations;

/** It stands for the addressees, who are told already. */
const isAsAbove = ({ text }: RecipientLine) => /^nhu (?:tren|kinh gui)$/u.test(fold(text));

const listed = (names: string[]) => (
  <List size="sm">
    {names.map((name) => (
      <List.Item key={name}>{name}</List.Item>
    ))}
  </List>
);

/** As facts; by the system, under the names of the directory where they are known. */
export const destinationsOf = (
  { addressees, recipients }: ReportContent,
  directory: OrganizationView[],
): Record<string, ReactNode> => {
  const lines = [...addressees, ...recipients].filter((line) => !isAsAbove(line));
  const nameOf = new Map(directory.map(({ id, name }) => [id, name]));
  const sent = new Map<string, string>();
  for (const { organizationId, means, text } of lines) {
    // As the paper names them first: further down it may say less.
    if (means === 'system' && organizationId && !sent.has(organizationId))
      sent.set(organizationId, nameOf.get(organizationId) ?? text);
  }
  const printed = (means: 'paper' | 'nameOnly') => [
    ...new Set(lines.filter((line) => line.means === means).map(({ text }) => text)),
  ];
  const [onPaper, onlyNamed] = [printed('paper'), printed('nameOnly')];
  return {
    [said.system]: sent.size > 0 ? listed([...sent.values()]) : <strong>{said.nobody}</strong>,
    [said.paper]: onPaper.length > 0 ? listed(onPaper) : null,
    [said.nameOnly]: onlyNamed.length > 0 ? listed(onlyNamed) : null,
  };
};
