// What is asked of an organization? What stands at the head of its papers, and by which code others know it.
import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { OrganizationEntry } from '../../functions/domain/directory/directory-entry.ts';
import { useFieldProblem } from '../parts/trouble/field-problems.ts';
import { words } from '../words/words.ts';
import { Form, type Save } from './saving.tsx';

const { organization } = words.administration;

export const EMPTY_ORGANIZATION: OrganizationEntry = {
  name: '',
  superiorLine: null,
  agencyLines: [''],
  place: '',
  abbreviation: '',
  code: '',
};

/** The entry of an organization, without what else is known of it. */
export const entryIn = ({
  name,
  superiorLine,
  agencyLines,
  place,
  abbreviation,
  code,
}: OrganizationEntry): OrganizationEntry => ({
  name,
  superiorLine,
  agencyLines,
  place,
  abbreviation,
  code,
});

const NAMES = {
  name: organization.name,
  superiorLine: organization.superiorLine,
  agencyLines: organization.agencyLines,
  place: organization.place,
  abbreviation: organization.abbreviation,
  code: organization.code,
};

type Part = { entry: OrganizationEntry; change: (part: Partial<OrganizationEntry>) => void };

const Head = ({ entry, change }: Part) => (
  <>
    <TextInput
      label={organization.superiorLine}
      description={organization.superiorHelp}
      value={entry.superiorLine ?? ''}
      onChange={({ currentTarget: { value } }) => change({ superiorLine: value || null })}
      error={useFieldProblem('superiorLine')}
      autoComplete="off"
    />
    <Textarea
      label={organization.agencyLines}
      description={organization.agencyHelp}
      rows={2}
      value={entry.agencyLines.join('\n')}
      onChange={({ currentTarget: { value } }) => change({ agencyLines: value.split('\n') })}
      error={useFieldProblem('agencyLines')}
    />
  </>
);

const Marks = ({ entry, change }: Part) => (
  <>
    <TextInput
      label={organization.place}
      value={entry.place}
      onChange={({ currentTarget: { value } }) => change({ place: value })}
      error={useFieldProblem('place')}
      autoComplete="off"
    />
    <TextInput
      label={organization.abbreviation}
      value={entry.abbreviation}
      onChange={({ currentTarget: { value } }) => change({ abbreviation: value })}
      error={useFieldProblem('abbreviation')}
      autoComplete="off"
    />
    <TextInput
      label={organization.code}
      value={entry.code}
      onChange={({ currentTarget: { value } }) => change({ code: value })}
      error={useFieldProblem('code')}
      autoComplete="off"
    />
  </>
);

const Name = ({ entry, change }: Part) => (
  <TextInput
    label={organization.name}
    value={entry.name}
    onChange={({ currentTarget: { value } }) => change({ name: value })}
    error={useFieldProblem('name')}
    autoComplete="off"
  />
);

/** Lines that are left blank are none. */
const trimmed = (entry: OrganizationEntry): OrganizationEntry => {
  const agencyLines = entry.agencyLines.filter((line) => line.trim() !== '');
  return { ...entry, agencyLines };
};

export const OrganizationForm = ({
  begun,
  name,
  save,
  onSave,
  others,
  children,
}: {
  begun: OrganizationEntry;
  name: string;
  save: Save;
  onSave: (entry: OrganizationEntry) => void;
  others?: ReactNode;
  children?: ReactNode;
}) => {
  const [entry, setEntry] = useState(begun);
  const change = (part: Partial<OrganizationEntry>) => setEntry((now) => ({ ...now, ...part }));
  return (
    <Form
      name={name}
      names={NAMES}
      save={save}
      of="organization"
      onSave={() => onSave(trimmed(entry))}
      others={others}
    >
      <Name entry={entry} change={change} />
      {children}
      <Head entry={entry} change={change} />
      <Marks entry={entry} change={change} />
    </Form>
  );
};
