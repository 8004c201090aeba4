// How is this office set up? What stands on its papers, how it works, where its registers begin, and who changed that.
import { Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OrganizationRecord } from '../../functions/contracts/directory-views.ts';
import type { SettingsEntry } from '../../functions/domain/directory/directory-entry.ts';
import { changeSettings, listStaff, readOrganization } from '../api/administration.ts';
import { readMe } from '../api/drafting.ts';
import { usePress } from '../api/press.ts';
import { Screen } from '../parts/screen.tsx';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import { Changes } from './changes.tsx';
import { OpeningNumber } from './opening-number.tsx';
import { OrganizationData } from './organization.tsx';
import { SettingsForm } from './settings-form.tsx';

const { settings: said } = words.administration;

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <Title order={2} size="h4" mt="xl" mb="md">
      {title}
    </Title>
    {children}
  </section>
);

const Work = ({ record }: { record: OrganizationRecord }) => {
  const { id: organizationId, version, settings } = record;
  const save = usePress((entry: SettingsEntry) => changeSettings(organizationId, version, entry));
  if (settings === null) return null;
  const { revokedCertificates: _, ...begun } = settings;
  return (
    <SettingsForm
      key={version}
      organizationId={organizationId}
      begun={begun}
      save={save}
      onSave={save.mutate}
    />
  );
};

export const Settings = () => {
  const { id } = useSuspenseQuery(readMe()).data.organization;
  const asked = useQuery(readOrganization(id));
  const staff = useQuery(listStaff(id));
  return (
    <Screen title={said.title} help={said.help}>
      {/* With the names of who reviews and signs: they are as long as they are, and what is below would make room for them. */}
      <Loaded asked={staff.isPending ? { ...asked, data: undefined } : asked}>
        {(record) => (
          <>
            <Work record={record} />
            <Part title={said.register}>
              <OpeningNumber organizationId={id} perType={record.settings?.series === 'perType'} />
            </Part>
            <Part title={said.organization}>
              <OrganizationData record={record} />
            </Part>
            <Part title={said.changes}>
              <Changes organizationId={id} />
            </Part>
          </>
        )}
      </Loaded>
    </Screen>
  );
};
