// One document that came: read it, take it home, receive it into the register, or send it back.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeliveryView } from '../../functions/contracts/views.ts';
import type { Receipt } from '../../functions/domain/issued/delivery.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { issuedPdf, linkIssuedAttachment } from '../api/archive.ts';
import { deliveryDecided } from '../api/effects.ts';
import { openDelivery, receiveDelivery, sendDeliveryBack, verifyDelivery } from '../api/inbox.ts';
import { usePress } from '../api/press.ts';
import { useArrival } from '../parts/arrival.ts';
import { AskReason } from '../parts/ask.tsx';
import beside from '../parts/beside.module.css';
import { Card } from '../parts/card.tsx';
import { Facts, Hash } from '../parts/facts.tsx';
import { AttachedFiles } from '../parts/files/attached-files.tsx';
import { Download } from '../parts/files/download.tsx';
import { PdfReader } from '../parts/files/pdf-reader.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf, writtenDay } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { Signatures, Verdict } from '../verification/judgement.tsx';
import { words } from '../words/words.ts';
import { DeliveryState } from './delivery-status.tsx';

const { inbox } = words;

/** What the signatures say, before the officer receives it: what is not valid is sent back. */
const Checked = ({ deliveryId }: { deliveryId: string }) => (
  <Loaded asked={useQuery(verifyDelivery(deliveryId))}>
    {(found) => <Verdict found={found} />}
  </Loaded>
);

const Signers = ({ deliveryId }: { deliveryId: string }) => {
  const { data } = useQuery(verifyDelivery(deliveryId));
  return data ? <Signatures {...data} /> : null;
};

const Receive = ({ deliveryId }: { deliveryId: string }) => {
  const [isAsking, setAsking] = useState(false);
  const receive = usePress(
    (_: null, key) => receiveDelivery(deliveryId, key),
    undefined,
    (received) => [deliveryDecided(received)],
  );
  const sendBack = usePress(
    (reason: string, key) => sendDeliveryBack(deliveryId, { reason }, key),
    () => setAsking(false),
    (sentBack) => [deliveryDecided(sentBack)],
  );
  return (
    <Card>
      <Group>
        <Button size="md" loading={receive.isPending} onClick={() => receive.mutate(null)}>
          {inbox.receive}
        </Button>
        <Button size="md" variant="default" onClick={() => setAsking(true)}>
          {inbox.sendBack}
        </Button>
      </Group>
      {receive.error && <Trouble error={receive.error} of="receive" />}
      <AskReason
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={inbox.sendBack}
        press={inbox.sendBack}
        isPressed={sendBack.isPending}
        error={sendBack.error}
        of="sendBack"
        label={inbox.sendBackReason}
        onReason={(reason) => sendBack.mutate(reason)}
      />
    </Card>
  );
};

/** The evidence of the press. */
const ReceiptNote = ({ receipt, isAnswer }: { receipt: Receipt; isAnswer: boolean }) => (
  <Notice arrival={useArrival(isAnswer)} tone="good" role="status" title={inbox.received}>
    <Facts
      facts={{
        [inbox.incomingNumber]: <strong>{receipt.incomingNumber}</strong>,
        [inbox.receivedAt]: momentOf(receipt.at),
        [inbox.signatures]: receipt.signatures.map(({ signer, organization }) => (
          <div key={signer}>{[signer, ...(organization ? [organization] : [])].join(', ')}</div>
        )),
        [inbox.fileHash]: <Hash value={receipt.sha256} />,
      }}
    />
  </Notice>
);

const Matter = ({ delivery }: { delivery: DeliveryView }) => {
  const { id, reportId, subject, issue, status } = delivery;
  const [before] = useState(status);
  return (
    <Screen title={subject} help={inbox.help} presses={<Download reportId={reportId} />}>
      <div className={beside.beside}>
        <Stack>
          <Checked deliveryId={id} />
          {(status === 'arrived' || status === 'opened') && <Receive deliveryId={id} />}
          {status === 'received' && (
            <ReceiptNote receipt={delivery.receipt} isAnswer={before !== 'received'} />
          )}
          {status === 'sentBack' && (
            <Notice tone="bad" title={inbox.sentBack(momentOf(delivery.sentBack.at))}>
              <Text size="sm">{delivery.sentBack.reason}</Text>
            </Notice>
          )}
          <Card>
            <Facts
              facts={{
                [words.reports.status]: <DeliveryState status={status} />,
                [words.reports.number]: printedNumber(issue.number, issue.symbol),
                [inbox.date]: writtenDay(issue.date),
                [inbox.sender]: delivery.senderName,
                [inbox.signer]: issue.signerName,
                [inbox.arrived]: momentOf(delivery.arrivedAt),
              }}
            />
          </Card>
          <AttachedFiles
            files={issue.attachments}
            link={(sha256) => linkIssuedAttachment(reportId, sha256)}
          />
          <Signers deliveryId={id} />
        </Stack>
        <div data-stays>
          <PdfReader pdf={issuedPdf(reportId)} />
        </div>
      </div>
    </Screen>
  );
};

export const Delivery = () => {
  const { deliveryId } = useParams({ from: '/office/van-ban-den/$deliveryId' });
  const asked = useQuery(openDelivery(deliveryId));
  return <Loaded asked={asked}>{(delivery) => <Matter delivery={delivery} />}</Loaded>;
};
