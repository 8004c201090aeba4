// What is entered about somebody who works here? Who they are, where they are reached, what they may do, and how a signer is printed.
import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PersonEntry } from '../../functions/domain/directory/directory-entry.ts';
import type { Role } from '../../functions/domain/directory/organization.ts';
import { useFieldProblem } from '../parts/trouble/field-problems.ts';
import { words } from '../words/words.ts';
import { capital } from './capital.ts';
import { Form, type Save } from './saving.tsx';

const { person } = words.administration;

/** In the order of a document's way. */
const ROLES = Object.keys(person.roleHelp) as Role[];

export const EMPTY_PERSON: PersonEntry = {
  name: '',
  title: '',
  email: '',
  roles: [],
  signature: null,
};

const NAMES = {
  name: person.name,
  title: person.title,
  email: person.email,
  roles: person.roles,
  authority: person.authority,
  titles: person.titles,
};

type Part = { entry: PersonEntry; change: (part: Partial<PersonEntry>) => void };

const Fields = ({ entry, change, emailHelp }: Part & { emailHelp: string }) => (
  <>
    <TextInput
      label={person.name}
      value={entry.name}
      onChange={({ currentTarget: { value } }) => change({ name: value })}
      error={useFieldProblem('name')}
      autoComplete="off"
    />
    <TextInput
      label={person.title}
      value={entry.title}
      onChange={({ currentTarget: { value } }) => change({ title: value })}
      error={useFieldProblem('title')}
      autoComplete="off"
    />
    <TextInput
      type="email"
      label={person.email}
      description={emailHelp}
      value={entry.email}
      onChange={({ currentTarget: { value } }) => change({ email: value })}
      error={useFieldProblem('email')}
      autoComplete="off"
    />
  </>
);

const NO_SIGNATURE = { authority: null, titles: [''] };

const Roles = ({ entry, change }: Part) => (
  <Checkbox.Group
    label={person.roles}
    value={entry.roles}
    onChange={(chosen) => {
      const roles = ROLES.filter((role) => chosen.includes(role));
      const signs = roles.includes('signer');
      change({ roles, signature: signs ? (entry.signature ?? NO_SIGNATURE) : null });
    }}
    error={useFieldProblem('roles')}
  >
    <Stack gap="sm" mt="xs">
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          value={role}
          label={capital(words.life.role[role])}
          description={person.roleHelp[role]}
        />
      ))}
    </Stack>
  </Checkbox.Group>
);

const Signature = ({
  signature,
  change,
}: Pick<Part, 'change'> & Pick<PersonEntry, 'signature'>) => {
  const authority = useFieldProblem('signature', 'authority');
  const titles = useFieldProblem('signature', 'titles');
  if (signature === null) return null;
  const sign = (part: Partial<typeof signature>) =>
    change({ signature: { ...signature, ...part } });
  return (
    <>
      <TextInput
        label={`${person.signature}: ${person.authority}`}
        description={person.authorityHelp}
        value={signature.authority ?? ''}
        onChange={({ currentTarget: { value } }) => sign({ authority: value || null })}
        error={authority}
        autoComplete="off"
      />
      <Textarea
        label={`${person.signature}: ${person.titles}`}
        description={person.titlesHelp}
        rows={2}
        value={signature.titles.join('\n')}
        onChange={({ currentTarget: { value } }) => sign({ titles: value.split('\n') })}
        error={titles}
      />
    </>
  );
};

export const PersonForm = ({
  begun,
  name,
  save,
  onSave,
  others,
  asksRoles = true,
  emailHelp = person.emailHelp,
}: {
  begun: PersonEntry;
  name: string;
  save: Save;
  onSave: (entry: PersonEntry) => void;
  others?: ReactNode;
  /** What the person may do is settled where it is not asked. */
  asksRoles?: boolean;
  /** What a new address is for, and when it is so. */
  emailHelp?: string;
}) => {
  const [entry, setEntry] = useState(begun);
  const change = (part: Partial<PersonEntry>) => setEntry((now) => ({ ...now, ...part }));
  return (
    <Form
      name={name}
      names={NAMES}
      save={save}
      of="person"
      onSave={() => onSave(entry)}
      others={others}
    >
      <Fields entry={entry} change={change} emailHelp={emailHelp} />
      {asksRoles && <Roles entry={entry} change={change} />}
      <Signature signature={entry.signature} change={change} />
    </Form>
  );
};
