// How does an organization come into the directory? With its entry, and what it lies under.
import { Anchor, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OrganizationEntry } from '../../functions/domain/directory/directory-entry.ts';
import { addOrganization } from '../api/administration.ts';
import { listOrganizations } from '../api/drafting.ts';
import { usePress } from '../api/press.ts';
import { ProblemError } from '../api/problem.ts';
import { Screen } from '../parts/screen.tsx';
import { words } from '../words/words.ts';
import { EMPTY_ORGANIZATION, OrganizationForm } from './organization-form.tsx';

const { organization: said } = words.administration;

export const NewOrganization = () => {
  const all = useQuery(listOrganizations()).data ?? [];
  const [parentId, setParent] = useState<string | null>(null);
  const navigate = useNavigate();
  const add = usePress(
    (entry: OrganizationEntry, key) => addOrganization({ ...entry, parentId }, key),
    ({ id: organizationId }) =>
      void navigate({ to: '/danh-ba/$organizationId', params: { organizationId } }),
  );
  const { error } = add;
  const notHis = error instanceof ProblemError && error.code === 'organization_not_found';
  return (
    <Screen
      title={said.add}
      help={said.addHelp}
      presses={
        <Anchor component={Link} to="/danh-ba">
          {words.administration.person.back}
        </Anchor>
      }
    >
      <OrganizationForm
        begun={EMPTY_ORGANIZATION}
        name={said.add}
        save={add}
        onSave={(entry) => add.mutate(entry)}
      >
        <Select
          label={said.under}
          placeholder={said.underNone}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={parentId}
          onChange={setParent}
          error={notHis && said.underWrong}
          searchable
          clearable
        />
      </OrganizationForm>
    </Screen>
  );
};
