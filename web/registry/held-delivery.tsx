// Where does a document go whose recipient cannot be reached, or sent it back? The clerk chooses another one, or says why it goes to nobody.
import { Anchor, Button, Group, Select, Stack } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { HeldDeliveryView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { listOrganizations, readMe } from '../api/drafting.ts';
import { heldDecided } from '../api/effects.ts';
import { usePress } from '../api/press.ts';
import { readHeldDelivery, sendHeldDelivery, writeOffHeldDelivery } from '../api/registry.ts';
import { AskReason } from '../parts/ask.tsx';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf, writtenDay } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';

const said = words.heldDeliveries;

type Held = HeldDeliveryView['held'];
type Offers = HeldDeliveryView['offers'];

const Send = ({ held, offers }: { held: Held; offers: Offers }) => {
  const mine = useSuspenseQuery(readMe()).data.organization.id;
  const near = new Set([mine, held.recipientId, ...offers.map(({ id }) => id)]);
  const others = (useQuery(listOrganizations()).data ?? []).filter(({ id }) => !near.has(id));
  const [organizationId, choose] = useState<string | null>(offers[0]?.id ?? null);
  const send = usePress(
    (to: string, key) => sendHeldDelivery(held, { organizationId: to }, key),
    undefined,
    () => [heldDecided(held)],
  );
  return (
    <Stack gap="sm">
      <Select
        label={said.to}
        data={[
          {
            group: said.near,
            items: offers.map(({ id, name, how }) => ({ value: id, label: said[how](name) })),
          },
          {
            group: said.others,
            items: others.map(({ id, name }) => ({ value: id, label: name })),
          },
        ].filter(({ items }) => items.length > 0)}
        value={organizationId}
        onChange={choose}
        searchable
      />
      <Group>
        <Button
          disabled={organizationId === null}
          loading={send.isPending}
          onClick={() => organizationId !== null && send.mutate(organizationId)}
        >
          {said.send}
        </Button>
        <WriteOff held={held} />
      </Group>
      {send.error && <Trouble error={send.error} of="sendHeld" />}
    </Stack>
  );
};

const WriteOff = ({ held }: { held: Held }) => {
  const [isAsking, setAsking] = useState(false);
  const writeOff = usePress(
    (reason: string, key) => writeOffHeldDelivery(held, { reason }, key),
    () => setAsking(false),
    () => [heldDecided(held)],
  );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {said.writeOff}
      </Button>
      <AskReason
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.writeOff}
        press={said.writeOff}
        isPressed={writeOff.isPending}
        error={writeOff.error}
        of="writeOff"
        label={said.writeOffReason}
        help={said.writeOffHelp}
        onReason={(reason) => writeOff.mutate(reason)}
        isGrave
      />
    </>
  );
};

const outcomeOf = (held: Exclude<Held, { status: 'waiting' }>): string =>
  held.status === 'sentOn'
    ? said.sentOn(held.sentOn.toName)
    : said.writtenOff(held.writtenOff.reason);

const Matter = ({ held, offers }: HeldDeliveryView) => (
  <Screen
    title={held.subject}
    help={said.helpOne}
    presses={
      <Anchor component={Link} to="/van-thu">
        {words.registry.title}
      </Anchor>
    }
  >
    <Stack maw={720}>
      <Card>
        <Facts
          facts={{
            [words.reports.number]: printedNumber(held.number, held.symbol),
            [words.inbox.date]: writtenDay(held.date),
            [said.recipient]: held.recipientName,
            [said.because]: said.why[held.why],
            [said.sentBackReason]: held.sentBackReason ?? null,
            [words.waiting.since]: momentOf(held.since),
          }}
        />
      </Card>
      {held.status === 'waiting' ? (
        <Send held={held} offers={offers} />
      ) : (
        <Notice tone="quiet" role="status">
          {outcomeOf(held)}
        </Notice>
      )}
    </Stack>
  </Screen>
);

export const HeldDelivery = () => {
  const which = useParams({ from: '/office/van-thu/chua-gui/$reportId/$recipientId' });
  return (
    <Loaded asked={useQuery(readHeldDelivery(which))}>{(matter) => <Matter {...matter} />}</Loaded>
  );
};
