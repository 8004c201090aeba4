// Who works in an organization, and as what?
import { Anchor, Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PersonRecord } from '../../functions/contracts/directory-views.ts';
import { listStaff } from '../api/administration.ts';
import { PeopleIcon } from '../parts/icons.tsx';
import { Empty } from '../parts/lists/empty.tsx';
import { Table } from '../parts/lists/rows.tsx';
import { dayOf } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import { capital } from './capital.ts';
import { UnsentMails } from './unsent-mails.tsx';

const { directory } = words.administration;

const rolesOf = ({ roles }: PersonRecord) =>
  capital(roles.map((role) => words.life.role[role]).join(', ')) || directory.noRoles;

const stateOf = ({ validUntil }: PersonRecord) =>
  validUntil === null ? directory.working : directory.left(dayOf(validUntil));

export const Staff = ({ organizationId, name }: { organizationId: string; name: string }) => (
  <section aria-label={name}>
    <Group justify="space-between" my="md" gap="sm">
      <Title order={2} size="h4">
        {name}
      </Title>
      <Button component={Link} to={`/danh-ba/${organizationId}/them-nguoi`}>
        {directory.addPerson}
      </Button>
    </Group>
    <Loaded asked={useQuery(listStaff(organizationId))}>
      {({ items }) => (
        <Table
          name={name}
          items={items}
          keyOf={({ id }) => id}
          empty={
            <Empty icon={PeopleIcon} next={words.help.empty.staff} guide="administering">
              {directory.noPeople}
            </Empty>
          }
          columns={[
            {
              name: directory.name,
              isTyped: true,
              cell: (person) => (
                <Anchor component={Link} to={`/danh-ba/${organizationId}/nguoi-dung/${person.id}`}>
                  {person.name}
                </Anchor>
              ),
            },
            { name: directory.post, cell: ({ title }) => title },
            { name: directory.roles, cell: rolesOf },
            { name: directory.state, cell: stateOf },
          ]}
        />
      )}
    </Loaded>
    <UnsentMails organizationId={organizationId} />
  </section>
);
