// Who is there? The people of one's own office first, then every organization of the directory.
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listDirectory, listStaff } from '../api/administration.ts';
import { readMe } from '../api/drafting.ts';
import { Rows } from '../parts/lists/rows.tsx';
import { Screen } from '../parts/screen.tsx';
import { dayOf } from '../parts/time.ts';
import { words } from '../words/words.ts';
import { Staff } from './staff.tsx';

const { directory } = words.administration;

export const Directory = () => {
  const { organization } = useSuspenseQuery(readMe()).data;
  const isStaffThere = !useQuery(listStaff(organization.id)).isPending;
  const asked = useInfiniteQuery(listDirectory());
  return (
    <Screen title={directory.title} help={directory.help}>
      <Staff organizationId={organization.id} name={directory.people(organization.name)} />
      {/* Asked for at once, shown below: those above push nothing down when they come. */}
      {isStaffThere && (
        <>
          <Group justify="space-between" mt="xl" mb="md" gap="sm">
            <div>
              <Title order={2} size="h4">
                {directory.organizations}
              </Title>
              <Text size="sm" c="dimmed">
                {directory.organizationsHelp}
              </Text>
            </div>
            <Button variant="default" component={Link} to="/danh-ba/them">
              {directory.addOrganization}
            </Button>
          </Group>
          <Rows
            name={directory.organizations}
            asked={asked}
            keyOf={({ id }) => id}
            empty={words.help.empty.organizations}
            columns={[
              {
                name: words.administration.organization.name,
                isTyped: true,
                cell: ({ id, name }) => (
                  <>
                    <Anchor component={Link} to={`/danh-ba/${id}`}>
                      {name}
                    </Anchor>
                    {id === organization.id && (
                      <Text span size="sm" c="dimmed">
                        {` (${directory.own})`}
                      </Text>
                    )}
                  </>
                ),
              },
              { name: words.administration.organization.place, cell: ({ place }) => place },
              {
                name: directory.state,
                cell: ({ validUntil }) =>
                  validUntil === null ? directory.open : directory.closed(dayOf(validUntil)),
              },
            ]}
          />
        </>
      )}
    </Screen>
  );
};
