// Tiếp nhận, vào sổ, or trả lại nơi gửi? One press each; then what came of it, and the next that waits.
import { Button, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeliveryView } from '../../functions/contracts/views.ts';
import { deliveryDecided } from '../api/effects.ts';
import { receiveDelivery, sendDeliveryBack } from '../api/inbox.ts';
import { usePress } from '../api/press.ts';
import { useArrival } from '../parts/arrival.ts';
import { AskReason, Confirm } from '../parts/ask.tsx';
import { BackIcon, BookIcon, RightIcon } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import type { To } from '../parts/panes/panes.tsx';
import { Tag } from '../parts/tag.tsx';
import { momentOf } from '../parts/time.ts';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './delivery.module.css';

const inbox = words.inbox;

/** `isSound`: its signatures are valid, or not judged yet. What is not sound is sent back. */
export const Decide = ({ delivery, isSound }: { delivery: DeliveryView; isSound: boolean }) => {
  const { id, subject } = delivery;
  const [asking, setAsking] = useState<'receive' | 'sendBack' | null>(null);
  const receive = usePress(
    (_: null, key) => receiveDelivery(id, key),
    () => setAsking(null),
    (received) => [deliveryDecided(received)],
  );
  const sendBack = usePress(
    (reason: string, key) => sendDeliveryBack(id, { reason }, key),
    () => setAsking(null),
    (sentBack) => [deliveryDecided(sentBack)],
  );
  const ask = (press: 'receive' | 'sendBack') => {
    if (document.querySelector('[role=dialog]') === null) setAsking(press);
  };
  // A key is pressed by mistake more easily than a button, and a number that is given is not taken back: so it asks.
  useHotkeys([['T', () => ask('receive')]]);
  const question = { close: () => setAsking(null) };
  return (
    <>
      <Button
        className={styles.press ?? ''}
        variant={isSound ? 'filled' : 'default'}
        leftSection={<BookIcon />}
        title={inbox.receiveKey}
        loading={receive.isPending && asking === null}
        onClick={() => receive.mutate(null)}
      >
        {inbox.receive}
      </Button>
      <Button
        className={styles.press ?? ''}
        variant={isSound ? 'default' : 'filled'}
        leftSection={<BackIcon />}
        onClick={() => ask('sendBack')}
      >
        {inbox.sendBack}
      </Button>
      {receive.error && asking === null && (
        <div className={styles.trouble}>
          <Trouble error={receive.error} of="receive" />
        </div>
      )}
      <Confirm
        {...question}
        isOpen={asking === 'receive'}
        title={inbox.receive}
        press={inbox.receive}
        isPressed={receive.isPending}
        error={receive.error}
        of="receive"
        onPress={() => receive.mutate(null)}
        returnsFocus={false}
      >
        <Text>{inbox.receiveQuestion(subject)}</Text>
      </Confirm>
      <AskReason
        {...question}
        isOpen={asking === 'sendBack'}
        title={inbox.sendBack}
        press={inbox.sendBack}
        isPressed={sendBack.isPending}
        error={sendBack.error}
        of="sendBack"
        label={inbox.sendBackReason}
        onReason={(reason) => sendBack.mutate(reason)}
        returnsFocus={false}
      />
    </>
  );
};

/** What waits after it in the list; null where nothing does, undefined where there is no list. */
export type Next = { to: To; subject: string; open: () => void } | null | undefined;

type Decided = Extract<DeliveryView, { status: 'received' | 'sentBack' }>;

/** It stands where the presses were. */
export const Outcome = ({
  delivery,
  isAnswer,
  next,
}: {
  delivery: Decided;
  /** Does it stand here because of a press? */
  isAnswer: boolean;
  next: Next;
}) => {
  const arrival = useArrival(isAnswer);
  return (
    <div className={styles.outcome}>
      {delivery.status === 'received' ? (
        <div ref={arrival} tabIndex={-1} role="status" className={styles.received}>
          <Tag tone="good">{inbox.receivedAs(delivery.receipt.incomingNumber)}</Tag>
        </div>
      ) : (
        <Notice
          arrival={arrival}
          tone="bad"
          role="status"
          title={inbox.sentBack(momentOf(delivery.sentBack.at))}
        >
          {delivery.sentBack.reason}
        </Notice>
      )}
      {next && (
        <Button
          renderRoot={(button) => <Link {...button} {...next.to} resetScroll={false} />}
          onClick={next.open}
          className={styles.press ?? ''}
          rightSection={<RightIcon />}
          variant={isAnswer ? 'filled' : 'default'}
          title={next.subject}
        >
          {inbox.next}
        </Button>
      )}
      {next === null && isAnswer && <Text size="sm">{inbox.noNext}</Text>}
    </div>
  );
};
