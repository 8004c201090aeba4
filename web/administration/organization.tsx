// What is known of an organization, and who works there? Corrected, closed or reopened by those who keep it.
import { Anchor, Button, Select, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { OrganizationRecord } from '../../functions/contracts/directory-views.ts';
import type { OrganizationEntry } from '../../functions/domain/directory/directory-entry.ts';
import {
  changeOrganization,
  closeOrganization,
  readOrganization,
  reopenOrganization,
} from '../api/administration.ts';
import { listOrganizations, readMe } from '../api/drafting.ts';
import { usePress } from '../api/press.ts';
import { Confirm } from '../parts/ask.tsx';
import { Facts } from '../parts/facts.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { entryIn, OrganizationForm } from './organization-form.tsx';
import { Staff } from './staff.tsx';

const { organization: said, person } = words.administration;

const Close = ({ id: organizationId, name }: OrganizationRecord) => {
  const others = (useQuery(listOrganizations()).data ?? []).filter(
    ({ id }) => id !== organizationId,
  );
  const [isAsking, setAsking] = useState(false);
  const [successorId, setSuccessor] = useState<string | null>(null);
  const close = usePress(
    (_: null, key) => closeOrganization(organizationId, { successorId }, key),
    () => setAsking(false),
  );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {said.close}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.close}
        press={said.close}
        onPress={() => close.mutate(null)}
        isPressed={close.isPending}
        error={close.error}
        of="existence"
        isGrave
      >
        <Text mb="sm">{said.closeQuestion(name)}</Text>
        <Select
          label={said.successor}
          placeholder={said.noSuccessor}
          data={others.map(({ id, name: label }) => ({ value: id, label }))}
          value={successorId}
          onChange={setSuccessor}
          searchable
          clearable
        />
      </Confirm>
    </>
  );
};

/** Closing is asked about; what was closed by mistake is only there again. */
const Reopen = ({ id: organizationId }: OrganizationRecord) => {
  const reopen = usePress((_: null, key) => reopenOrganization(organizationId, key));
  return (
    <>
      <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate(null)}>
        {said.reopen}
      </Button>
      {reopen.error && <Trouble error={reopen.error} of="existence" />}
    </>
  );
};

/** Whether it is still there is for those to say who keep it, and nobody says it of their own. */
const Existence = ({ record }: { record: OrganizationRecord }) => {
  const isOwn = record.id === useSuspenseQuery(readMe()).data.organization.id;
  if (isOwn || record.reach !== 'administer') return null;
  return record.validUntil === null ? <Close {...record} /> : <Reopen {...record} />;
};

/** The entry of an organization, to be changed. */
export const OrganizationData = ({ record }: { record: OrganizationRecord }) => {
  const { id: organizationId, version } = record;
  const save = usePress((entry: OrganizationEntry) =>
    changeOrganization(organizationId, version, entry),
  );
  return (
    <OrganizationForm
      key={version}
      begun={entryIn(record)}
      name={record.name}
      save={save}
      onSave={save.mutate}
      others={<Existence record={record} />}
    />
  );
};

const Looked = ({ superiorLine, agencyLines, place, abbreviation, code }: OrganizationRecord) => (
  <Facts
    facts={{
      [said.superiorLine]: superiorLine,
      [said.agencyLines]: agencyLines.join(' '),
      [said.place]: place,
      [said.abbreviation]: abbreviation,
      [said.code]: code,
    }}
  />
);

/** Whoever entered an office lets its first administrator in; who else works there they do not see. */
const AwaitsAdministrator = ({ id }: OrganizationRecord) => (
  <section aria-label={said.people}>
    <Title order={2} size="h4" my="md">
      {said.people}
    </Title>
    <Text mb="sm">{said.awaitsAdministrator}</Text>
    <Button component={Link} to={`/danh-ba/${id}/quan-tri-dau-tien`}>
      {person.addFirst}
    </Button>
  </section>
);

const Known = ({ record }: { record: OrganizationRecord }) => {
  const { id, name, reach, awaitsAdministrator, validUntil, successorId } = record;
  const all = useQuery(listOrganizations()).data ?? [];
  const successor = all.find((one) => one.id === successorId);
  return (
    <Screen
      title={name}
      help={reach === 'look' ? said.lookHelp : said.help}
      presses={
        <Anchor component={Link} to="/danh-ba">
          {person.back}
        </Anchor>
      }
    >
      {validUntil && (
        <Notice tone="warn" isApart>
          {said.closed(momentOf(validUntil))} {successor && said.replacedBy(successor.name)}
        </Notice>
      )}
      {reach === 'look' ? <Looked {...record} /> : <OrganizationData record={record} />}
      {reach === 'administer' && <Staff organizationId={id} name={said.people} />}
      {awaitsAdministrator && <AwaitsAdministrator {...record} />}
    </Screen>
  );
};

export const Organization = () => {
  const { organizationId } = useParams({ from: '/office/danh-ba/$organizationId' });
  return (
    <Loaded asked={useQuery(readOrganization(organizationId))}>
      {(record) => <Known record={record} />}
    </Loaded>
  );
};
