// Tiếp nhận, vào sổ: how are many received in one press? Asked once, in the order of their numbers; then each line says what came of it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { DeliveryView, ReceiptOfOne } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { MOST_RECEIVED } from '../../functions/domain/issued/received-at-once.ts';
import { deliveryDecided } from '../api/effects.ts';
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

export const ReceiveMarked = ({ marked }: { marked: DeliveryView[] }) => {
  const [isOpen, setOpen] = useState(false);
  const [{ deliveries, results }, setBatch] = useState<Batch>({ deliveries: [], results: [] });
  const receive = usePress(
    async (ids: string[], key) => {
      const all: ReceiptOfOne[] = [];
      for (let from = 0; from < ids.length; from += MOST_RECEIVED) {
        const some = await receiveDeliveries(
          ids.slice(from, from + MOST_RECEIVED),
          `${key}-${from / MOST_RECEIVED}`,
        );
        all.push(...some.results);
        setBatch((batch) => ({ ...batch, results: [...all] }));
      }
      return all;
    },
    undefined,
    (all) =>
      all.flatMap((one) => (one.outcome === 'received' ? [deliveryDecided(one.delivery)] : [])),
  );
  const done = results.filter(({ outcome }) => outcome === 'received').length;
  const isDone = receive.isSuccess && results.length === deliveries.length;
  const ask = () => {
    if (!receive.isPending) {
      receive.reset();
      setBatch({ deliveries: marked, results: [] });
    }
    setOpen(true);
  };
  return (
    <>
      {(marked.length > 0 || receive.isPending) && (
        <Button size="compact-sm" leftSection={<BookIcon />} onClick={ask}>
          {receive.isPending
            ? inbox.receiving(results.length, deliveries.length)
            : inbox.receiveMarked(marked.length)}
        </Button>
      )}
      <Dialog
        isOpen={isOpen}
        close={() => setOpen(false)}
        title={inbox.receiveMarked(deliveries.length)}
        size="xl"
        returnsFocus={!isDone}
      >
        <PlainForm
          onSend={() => (isDone ? setOpen(false) : receive.mutate(deliveries.map(({ id }) => id)))}
        >
          <Stack gap="sm">
            <Text size="sm" role="status">
              {isDone
                ? [
                    ...(done > 0 ? [inbox.receivedMarked(done)] : []),
                    ...(done < results.length ? [inbox.refusedMarked(results.length - done)] : []),
                  ].join(' ')
                : receive.isPending
                  ? inbox.receiving(results.length, deliveries.length)
                  : inbox.receiveMarkedQuestion}
            </Text>
            <ResultLines
              name={inbox.receiveMarked(deliveries.length)}
              lines={deliveries.map((delivery, at) => lineOf(delivery, results[at]))}
            />
            {receive.error && <Trouble error={receive.error} of="receive" />}
            <Group justify="flex-end">
              {!isDone && (
                <Button variant="default" onClick={() => setOpen(false)}>
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
    </>
  );
};
