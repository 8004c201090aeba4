// Can this person sign in? The invitation once more, or another second factor for one that was lost.
import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRecord } from '../../functions/contracts/directory-views.ts';
import { mayComeToSign } from '../../functions/domain/directory/may-come-to-sign.ts';
import { forgetSecondFactor, inviteAgain, readAccount } from '../api/administration.ts';
import { usePress } from '../api/press.ts';
import { Confirm } from '../pieces/ask.tsx';
import { Loaded, Trouble } from '../pieces/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './form.module.css';

const { person: said } = words.administration;

type Known = Pick<PersonRecord, 'id' | 'organizationId' | 'name' | 'roles' | 'hasKey'>;

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
        <Alert color="green" role="status">
          {said.invitedAgain}
        </Alert>
      )}
      {invite.error && <Trouble error={invite.error} of="account" />}
    </>
  );
};

/** Asked about: whoever is deceived here lets somebody else in. */
const Forget = ({ id, organizationId, name }: Known) => {
  const [isAsking, setAsking] = useState(false);
  const forget = usePress(
    (_: null, key) => forgetSecondFactor(organizationId, id, key),
    () => setAsking(false),
  );
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {said.forgetSecondFactor}
        </Button>
      </Group>
      {forget.isSuccess && (
        <Alert color="green" role="status">
          {said.forgotten}
        </Alert>
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
      </Confirm>
    </>
  );
};

/**
 * `isOwn`: who is signed in has their second factor, and resets nobody's by what they themselves have typed. That of
 * whoever signs is reset by whoever set the system up.
 */
export const Account = ({ known, isOwn }: { known: Known; isOwn: boolean }) => (
  <section aria-label={said.account} className={styles.form}>
    <Title order={2} size="h4" mt="xl">
      {said.account}
    </Title>
    <Loaded asked={useQuery(readAccount(known.organizationId, known.id))}>
      {({ state }) => (
        <>
          <Text>{said.accountState[state]}</Text>
          {state === 'invited' && <Invite {...known} />}
          {state === 'active' && !isOwn && !mayComeToSign(known) && <Forget {...known} />}
          {state === 'active' && mayComeToSign(known) && <Text>{said.signerForgets}</Text>}
        </>
      )}
    </Loaded>
  </section>
);
