// Where does a document go whose recipient cannot be reached, or sent it back? The clerk chooses another one, or says why it goes to nobody.
import { Button, Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HeldDeliveryView } from '../../../functions/contracts/views.ts';
import { printedNumber } from '../../../functions/domain/issued/printed-number.ts';
import { issuedPdf } from '../../api/archive.ts';
import { listOrganizations, readMe } from '../../api/drafting.ts';
import { heldDecided } from '../../api/effects.ts';
import { usePress } from '../../api/press.ts';
import { readHeldDelivery, sendHeldDelivery, writeOffHeldDelivery } from '../../api/registry.ts';
import { UrgencySign } from '../../approval/urgency-sign.tsx';
import { useArrival } from '../../parts/arrival.ts';
import { AskReason } from '../../parts/ask.tsx';
import { Facts } from '../../parts/facts.tsx';
import { PdfReader } from '../../parts/files/pdf-reader.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PaneSteps } from '../../parts/panes/pane-steps.tsx';
import { PaneDocument } from '../../parts/panes/panes.tsx';
import { momentOf, writtenDay } from '../../parts/time.ts';
import { Loaded } from '../../parts/trouble/loaded.tsx';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import { type Around, Next } from './next.tsx';
import styles from './queue.module.css';

const said = words.heldDeliveries;

type Held = HeldDeliveryView['held'];
type Offers = HeldDeliveryView['offers'];

const To = ({
  held,
  offers,
  chosen,
  choose,
  isMissing,
}: {
  held: Held;
  offers: Offers;
  chosen: string | null;
  choose: (id: string | null) => void;
  isMissing: boolean;
}) => {
  const mine = useSuspenseQuery(readMe()).data.organization.id;
  const near = new Set([mine, held.recipientId, ...offers.map(({ id }) => id)]);
  const others = (useQuery(listOrganizations()).data ?? []).filter(({ id }) => !near.has(id));
  return (
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
      value={chosen}
      onChange={choose}
      error={isMissing && said.toNobody}
      searchable
    />
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

/** What came of the press, and what to go on with. */
const Decided = ({
  held,
  isAnswer,
  ...around
}: Around & { held: Exclude<Held, { status: 'waiting' }>; isAnswer: boolean }) => (
  <>
    <Notice arrival={useArrival(isAnswer)} tone={isAnswer ? 'good' : 'quiet'} role="status">
      {outcomeOf(held)}
    </Notice>
    {isAnswer && <Next {...around} />}
  </>
);

const Matter = ({ held, offers, ...around }: HeldDeliveryView & Around) => {
  const isWaiting = held.status === 'waiting';
  const [wasWaiting] = useState(isWaiting);
  const [chosen, choose] = useState<string | null>(offers[0]?.id ?? null);
  const [isMissing, setMissing] = useState(false);
  const send = usePress(
    (to: string, key) => sendHeldDelivery(held, { organizationId: to }, key),
    undefined,
    () => [heldDecided(held)],
  );
  return (
    <PaneDocument
      title={held.subject}
      steps={<PaneSteps walk={around.walk} />}
      presses={
        isWaiting ? (
          <>
            <Button
              loading={send.isPending}
              onClick={() => (chosen === null ? setMissing(true) : send.mutate(chosen))}
            >
              {said.send}
            </Button>
            <WriteOff held={held} />
            {send.error && <Trouble error={send.error} of="sendHeld" />}
          </>
        ) : (
          <Decided held={held} isAnswer={wasWaiting} {...around} />
        )
      }
      head={
        <div className={styles.head}>
          <p className={styles.about}>
            <UrgencySign urgency={held.urgency} />
            <span>{printedNumber(held.number, held.symbol)}</span>
            <span>{writtenDay(held.date)}</span>
          </p>
          <Facts
            facts={{
              [said.recipient]: held.recipientName,
              [said.because]: said.why[held.why],
              [said.sentBackReason]: held.sentBackReason ?? null,
              [words.waiting.since]: momentOf(held.since),
            }}
          />
          {isWaiting && (
            <To
              held={held}
              offers={offers}
              chosen={chosen}
              choose={choose}
              isMissing={isMissing && chosen === null}
            />
          )}
        </div>
      }
    >
      <PdfReader pdf={issuedPdf(held.reportId)} />
    </PaneDocument>
  );
};

export const HeldTask = ({
  which,
  ...around
}: Around & { which: { reportId: string; recipientId: string } }) => (
  <Loaded asked={useQuery(readHeldDelivery(which))}>
    {(matter) => <Matter {...matter} {...around} />}
  </Loaded>
);
