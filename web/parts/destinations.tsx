// Where does a document go, as facts? To whom by the system, to whom on paper, and whose names are only printed.
import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OrganizationView } from '../../functions/contracts/views.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import { words } from '../words/words.ts';
import { whereItGoes } from './where-it-goes.ts';

const said = words.destinations;

const listed = (names: string[]) => (
  <List size="sm">
    {names.map((name, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two offices may have one name.
      <List.Item key={at}>{name}</List.Item>
    ))}
  </List>
);

export const destinationsOf = (
  content: ReportContent,
  directory: OrganizationView[],
): Record<string, ReactNode> => {
  const { sent, onPaper, onlyNamed } = whereItGoes(content, directory);
  return {
    [said.system]: sent.length > 0 ? listed(sent) : <strong>{said.nobody}</strong>,
    [said.paper]: onPaper.length > 0 ? listed(onPaper) : null,
    [said.nameOnly]: onlyNamed.length > 0 ? listed(onlyNamed) : null,
  };
};
