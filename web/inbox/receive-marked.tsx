// Tiếp nhận, vào sổ: how are many received in one press? Asked once, in the order of their numbers; then each line says what came of it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeliveryView, ReceiptOfOne } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { MOST_RECEIVED } from '../../functions/domain/issued/received-at-once.ts';
import { deliveryDecided } from '../api/effects.ts';
import { follow } from '../api/followed-lists.ts';
import { receiveDeliveries } from '../api/inbox.ts';
import { usePress } from '../api/press.ts';
import { ProblemError } from '../api/problem.ts';
import { Dialog } from '../parts/dialog.tsx';
import { BookIcon } from '../parts/icons.tsx';
import { type ResultLine, ResultLines } from '../parts/lists/result-lines.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { problemWords, Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';

const inbox = words.inbox;

/** Of one screenful and more; five presses of the API's. */
export const MOST_MARKED = 5 * MOST_RECEIVED;

const resultOf = (one: ReceiptOfOne | undefined): ResultLine['result'] => {
  if (one === undefined) return null;
  if (one.outcome === 'received' && one.delivery.status === 'received')
    return { tone: 'good', said: inbox.numbered(one.delivery.receipt.incomingNumber) };
  const code = one.outcome === 'refused' ? one.code : 'already_decided';
  return { tone: 'bad', said: problemWords(new ProblemError(code), 'receive') };
};

const lineOf = (
  { id, issue, senderName, subject }: DeliveryView,
  one?: ReceiptOfOne,
): ResultLine => ({
  key: id,
  what: `${printedNumber(issue.number, issue.symbol)}, ${senderName}: ${subject}`,
  result: resultOf(one),
});

/** What is asked for at one time, and what has come of it so far. */
type Batch = { deliveries: DeliveryView[]; results: ReceiptOfOne[] };
const NONE: Batch = { deliveries: [], results: [] };

/** Stands above the list, which may be another before all are received. */
export const useReceiveMarked = () => {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [{ deliveries, results }, setBatch] = useState(NONE);
  const receive = usePress(async (ids: string[], key) => {
    const all: ReceiptOfOne[] = [];
    for (let from = 0; from < ids.length; from += MOST_RECEIVED) {
      const some = await receiveDeliveries(
        ids.slice(from, from + MOST_RECEIVED),
        `${key}-${from / MOST_RECEIVED}`,
      );
      all.push(...some.results);
      setBatch((batch) => ({ ...batch, results: [...all] }));
      const received = some.results.flatMap((one) =>
        one.outcome === 'received' ? [deliveryDecided(one.delivery)] : [],
      );
      follow(queries, received);
    }
  });
  return {
    isOpen,
    deliveries,
    results,
    receive,
    close: () => setOpen(false),
    /** The oldest first, as a register goes on. */
    ask: (marked: DeliveryView[]) => {
      if (!receive.isPending) {
        receive.reset();
        const deliveries = marked.toSorted((one, other) =>
          one.arrivedAt.localeCompare(other.arrivedAt),
        );
        setBatch({ deliveries, results: [] });
      }
      setOpen(true);
    },
    // What came of it is seen, though nobody was looking meanwhile.
    press: () =>
      receive.mutate(
        deliveries.map(({ id }) => id),
        { onSettled: () => setOpen(true) },
      ),
  };
};
type Receiving = ReturnType<typeof useReceiveMarked>;

export const ReceiveMarkedPress = ({
  marked,
  receiving: { receive, results, deliveries, ask },
}: {
  marked: DeliveryView[];
  receiving: Receiving;
}) =>
  (marked.length > 0 || receive.isPending) && (
    <Button size="compact-sm" leftSection={<BookIcon />} onClick={() => ask(marked)}>
      {receive.isPending
        ? inbox.receiving(results.length, deliveries.length)
        : inbox.receiveMarked(marked.length)}
    </Button>
  );

export const ReceiveMarked = ({ receiving }: { receiving: Receiving }) => {
  const { isOpen, deliveries, results, receive, close, press } = receiving;
  const done = results.filter(({ outcome }) => outcome === 'received').length;
  const isDone = receive.isSuccess && results.length === deliveries.length;
  const outcome = [
    ...(done > 0 ? [inbox.receivedMarked(done)] : []),
    ...(done < results.length ? [inbox.refusedMarked(results.length - done)] : []),
  ].join(' ');
  const asking = receive.isPending
    ? inbox.receiving(results.length, deliveries.length)
    : inbox.receiveMarkedQuestion;
  return (
    <Dialog
      isOpen={isOpen}
      close={close}
      title={inbox.receiveMarked(deliveries.length)}
      size="xl"
      returnsFocus={!isDone}
    >
      <PlainForm onSend={() => (isDone ? close() : press())}>
        <Stack gap="sm">
          <Text size="sm" role="status">
            {isDone ? outcome : asking}
          </Text>
          <ResultLines
            name={inbox.receiveMarked(deliveries.length)}
            lines={deliveries.map((delivery, at) => lineOf(delivery, results[at]))}
          />
          {receive.error && <Trouble error={receive.error} of="receive" />}
          <Group justify="flex-end">
            {!isDone && (
              <Button variant="default" onClick={close}>
                {receive.isPending ? words.app.close : words.app.cancel}
              </Button>
            )}
            <Button type="submit" loading={receive.isPending} data-autofocus>
              {isDone ? words.app.close : inbox.receive}
            </Button>
          </Group>
        </Stack>
      </PlainForm>
    </Dialog>
  );
};
