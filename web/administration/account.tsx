// Can this person sign in? The invitation once more, another second factor for one that was lost, and a second administrator's
// agreement to what does not stand yet.
import { Button, Group, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AccountView,
  AskedAccessChange,
  PersonRecord,
} from '../../functions/contracts/directory-views.ts';
import { signsOrSeals } from '../../functions/domain/directory/signs-or-seals.ts';
import {
  callOffAccess,
  forgetSecondFactor,
  inviteAgain,
  readAccount,
  settleAccess,
} from '../api/administration.ts';
import { usePress } from '../api/press.ts';
import { Confirm } from '../parts/ask.tsx';
import { Notice } from '../parts/notice.tsx';
import { waitingPowers } from '../parts/power.ts';
import { momentOf } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './form.module.css';

const { person: said } = words.administration;

type Known = Pick<PersonRecord, 'id' | 'organizationId' | 'name' | 'roles' | 'hasKey' | 'version'>;

const Invite = ({ id, organizationId }: Known) => {
  const invite = usePress((_: null, key) => inviteAgain(organizationId, id, key));
  return (
    <>
      <Group>
        <Button variant="default" loading={invite.isPending} onClick={() => invite.mutate(null)}>
          {said.inviteAgain}
        </Button>
      </Group>
      {invite.isSuccess && (
        <Notice tone="good" role="status">
          {said.invitedAgain}
        </Notice>
      )}
      {invite.error && <Trouble error={invite.error} of="account" />}
    </>
  );
};

/** Asked about: whoever is deceived here lets somebody else in. */
const Forget = ({ known }: { known: Known }) => {
  const { id, organizationId, name } = known;
  const [isAsking, setAsking] = useState(false);
  const forget = usePress(
    (_: null, key) => forgetSecondFactor(organizationId, id, key),
    () => setAsking(false),
  );
  const isHeld = signsOrSeals(known);
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {said.forgetSecondFactor}
        </Button>
      </Group>
      {forget.isSuccess && (
        <Notice tone="good" role="status">
          {said.forgotten}
        </Notice>
      )}
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.forgetSecondFactor}
        press={said.forgetSecondFactor}
        onPress={() => forget.mutate(null)}
        isPressed={forget.isPending}
        error={forget.error}
        of="account"
        isGrave
      >
        <Text>{said.forgetQuestion(name)}</Text>
        {isHeld && <Text mt="sm">{said.forgetHeld}</Text>}
      </Confirm>
    </>
  );
};

type Waiting = { known: Known } & Pick<AccountView, 'changes' | 'settling'>;

const lineOf = ({ what, to, askedBy, askedAt }: AskedAccessChange) =>
  said.access.asked(said.access.what[what](to ?? ''), askedBy, momentOf(askedAt));

const Changes = ({ changes }: Pick<AccountView, 'changes'>) => (
  <List size="sm">
    {changes.map((change) => (
      <List.Item key={`${change.what} ${change.askedAt}`}>{lineOf(change)}</List.Item>
    ))}
  </List>
);

/** What a second administrator answers for as well; after a day it needs no question. */
const Settle = ({ known, changes, settling }: Waiting) => {
  const { id, organizationId, name, version } = known;
  const [isAsking, setAsking] = useState(false);
  const settle = usePress(
    (_: null, key) => settleAccess(organizationId, id, { version }, key),
    () => setAsking(false),
  );
  if (settling === null) return null;
  return settling !== 'agreed' ? (
    <>
      <Button loading={settle.isPending} onClick={() => settle.mutate(null)}>
        {said.access.carryOut}
      </Button>
      {settle.error && <Trouble error={settle.error} of="access" />}
    </>
  ) : (
    <>
      <Button onClick={() => setAsking(true)}>{said.access.agree}</Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.access.agree}
        press={said.access.agree}
        onPress={() => settle.mutate(null)}
        isPressed={settle.isPending}
        error={settle.error}
        of="access"
        isGrave
      >
        <Text mb="sm">{said.access.agreeQuestion(name)}</Text>
        <Changes changes={changes} />
      </Confirm>
    </>
  );
};

const CallOff = ({ id, organizationId }: Known) => {
  const callOff = usePress((_: null, key) => callOffAccess(organizationId, id, key));
  return (
    <>
      <Button variant="default" loading={callOff.isPending} onClick={() => callOff.mutate(null)}>
        {said.access.callOff}
      </Button>
      {callOff.error && <Trouble error={callOff.error} of="access" />}
    </>
  );
};

const Unsettled = (waiting: Waiting) => {
  const { known, changes, settling } = waiting;
  if (changes.length === 0) return null;
  const isHeld = changes.some((change) => change.isHeld);
  const isOver = settling === 'aDay' || settling === 'due';
  const waits = waitingPowers(known.roles, changes)
    .map(({ does, until }) => said.access.until(does, momentOf(until)))
    .join(' ');
  return (
    <Notice tone="warn" title={said.access.title[isOver ? settling : 'waits']}>
      <Changes changes={changes} />
      <Text size="sm" mt="xs">
        {isOver ? said.access.aDay : waits} {isHeld && !isOver && said.access.heldUntil}
      </Text>
      {(settling !== null || isHeld) && (
        <Group mt="sm">
          <Settle {...waiting} />
          {isHeld && <CallOff {...known} />}
        </Group>
      )}
    </Notice>
  );
};

/** It was asked for, and is asked for once. */
const waitsToBeReset = ({ changes }: Pick<AccountView, 'changes'>): boolean =>
  changes.some(({ what, isHeld }) => what === 'secondFactor' && isHeld);

/** `isOwn`: who is signed in has their second factor, and resets nobody's by what they themselves have typed. */
export const Account = ({ known, isOwn }: { known: Known; isOwn: boolean }) => (
  <section aria-label={said.account} className={styles.form}>
    <Title order={2} size="h4" mt="xl">
      {said.account}
    </Title>
    <Loaded asked={useQuery(readAccount(known.organizationId, known.id))}>
      {({ state, changes, settling }) => (
        <>
          <Text>{said.accountState[state]}</Text>
          <Unsettled known={known} changes={changes} settling={settling} />
          {state === 'invited' && <Invite {...known} />}
          {state === 'active' && !isOwn && !waitsToBeReset({ changes }) && <Forget known={known} />}
        </>
      )}
    </Loaded>
  </section>
);
