// One document that came: what can be done with it, what it is, what its signatures say in one line; then the paper. Who
// signed with which certificate, hashes and the receipt are behind one press.
import { ActionIcon, Button, Menu, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { DeliveryView } from '../../functions/contracts/views.ts';
import type { Attachment } from '../../functions/domain/content/attachment.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import {
  issuedAttachment,
  issuedPdf,
  linkIssuedAttachment,
  linkIssuedFile,
} from '../api/archive.ts';
import { deliveryOpened } from '../api/effects.ts';
import { follow } from '../api/followed-lists.ts';
import { countUndecided, openDelivery, verifyDelivery } from '../api/inbox.ts';
import { UrgencySign } from '../approval/urgency-sign.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Facts, Hash } from '../parts/facts.tsx';
import { FileName } from '../parts/files/attached-files.tsx';
import { PdfReader } from '../parts/files/pdf-reader.tsx';
import { ClipIcon, DownloadIcon, LeftIcon } from '../parts/icons.tsx';
import { PaneDocument } from '../parts/panes/panes.tsx';
import { Tag } from '../parts/tag.tsx';
import { momentOf, writtenDay } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Loading } from '../parts/trouble/loading.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { Signatures, Verdict } from '../verification/judgement.tsx';
import { words } from '../words/words.ts';
import { Decide, type Next, Outcome } from './decide-delivery.tsx';
import styles from './delivery.module.css';
import { DeliveryState } from './delivery-status.tsx';
import { later } from './later.ts';

const inbox = words.inbox;

const TakeHome = ({ reportId }: { reportId: string }) => {
  const download = useMutation({
    mutationFn: async (format: 'pdf' | 'docx') => {
      // The link says `attachment`: the page stays where it is.
      location.assign((await linkIssuedFile(reportId, format)).url);
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size={36}
            variant="default"
            aria-label={words.follow.download}
            title={words.follow.download}
            loading={download.isPending}
          >
            <DownloadIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => download.mutate('pdf')}>{words.follow.downloadPdf}</Menu.Item>
          <Menu.Item onClick={() => download.mutate('docx')}>
            {words.follow.downloadDocx}
            <Text size="xs" c="dimmed" className={styles.note ?? ''}>
              {words.follow.docxNote}
            </Text>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {download.error && (
        <div className={styles.trouble}>
          <Trouble error={download.error} />
        </div>
      )}
    </>
  );
};

const useVerified = (deliveryId: string, isRead: boolean) =>
  useQuery({ ...verifyDelivery(deliveryId), enabled: isRead });

/** What the signatures say, before the officer receives it: what is right in a line, what is wrong with its reason. */
const Checked = ({ asked }: { asked: ReturnType<typeof useVerified> }) => {
  const { data, error, refetch } = asked;
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (data && data.file.verdict !== 'valid') return <Verdict found={data} />;
  return (
    <Tag tone={data ? 'good' : 'quiet'} role="status">
      {data ? words.verification.valid : inbox.checking}
    </Tag>
  );
};

const Technical = ({
  delivery,
  asked,
}: {
  delivery: DeliveryView;
  asked: ReturnType<typeof useVerified>;
}) => {
  const [isOpen, setOpen] = useState(false);
  const { status, issue } = delivery;
  return (
    <>
      <Button size="compact-sm" variant="subtle" px={4} onClick={() => setOpen(true)}>
        {inbox.technical}
      </Button>
      <Dialog isOpen={isOpen} close={() => setOpen(false)} title={inbox.technical} size="xl">
        <Stack>
          <Facts
            facts={{
              [words.reports.status]: <DeliveryState status={status} />,
              [inbox.arrived]: momentOf(delivery.arrivedAt),
              ...(delivery.status === 'received' && {
                [inbox.incomingNumber]: delivery.receipt.incomingNumber,
                [inbox.receivedAt]: momentOf(delivery.receipt.at),
              }),
              [inbox.fileHash]: <Hash value={issue.pdf.sha256} />,
            }}
          />
          {asked.data ? <Signatures {...asked.data} /> : <Loading />}
        </Stack>
      </Dialog>
    </>
  );
};

/** Nothing of what is passed by a key is asked for: it would be written down as opened and read. */
const Paper = ({
  delivery: { reportId },
  file,
  back,
}: {
  delivery: DeliveryView;
  file: Attachment | null;
  back: () => void;
}) => (
  <>
    {file && (
      <PdfReader
        key={file.sha256}
        name={file.name}
        pdf={issuedAttachment(reportId, file.sha256)}
        back={
          <Button variant="subtle" size="compact-sm" leftSection={<LeftIcon />} onClick={back}>
            {words.attachments.back}
          </Button>
        }
      />
    )}
    <PdfReader pdf={issuedPdf(reportId)} isAside={file !== null} />
  </>
);

const Matter = ({
  delivery,
  isRead,
  steps,
  next,
}: {
  delivery: DeliveryView;
  isRead: boolean;
  steps: ReactNode;
  next: Next;
}) => {
  const { id, reportId, subject, issue, status } = delivery;
  const asked = useVerified(id, isRead);
  const [before] = useState(status);
  /** What lies where the document lies, while it is read. */
  const [file, read] = useState<Attachment | null>(null);
  return (
    <PaneDocument
      title={subject}
      steps={steps}
      presses={
        <>
          {status === 'received' || status === 'sentBack' ? (
            <Outcome delivery={delivery} isAnswer={before !== status} next={next} />
          ) : (
            <Decide
              delivery={delivery}
              isSound={asked.data === undefined || asked.data.file.verdict === 'valid'}
            />
          )}
          <TakeHome reportId={reportId} />
        </>
      }
      head={
        <>
          <p className={styles.about}>
            <UrgencySign urgency={issue.urgency} />
            <span>
              {inbox.numberOfDay(printedNumber(issue.number, issue.symbol), writtenDay(issue.date))}
            </span>
            <span>{delivery.senderName}</span>
            <span>{issue.signerName}</span>
            <span>{inbox.arrivedAt(momentOf(delivery.arrivedAt))}</span>
          </p>
          <div className={styles.verdict}>
            <Checked asked={asked} />
            <Technical delivery={delivery} asked={asked} />
          </div>
          {issue.attachments.length > 0 && (
            <ul className={styles.files} aria-label={words.attachments.title}>
              {issue.attachments.map((each) => (
                <li key={each.sha256}>
                  <ClipIcon />
                  <FileName
                    file={each}
                    link={(sha256) => linkIssuedAttachment(reportId, sha256)}
                    read={read}
                  />
                </li>
              ))}
            </ul>
          )}
        </>
      }
    >
      {isRead ? <Paper delivery={delivery} file={file} back={() => read(null)} /> : <Loading />}
    </PaneDocument>
  );
};

/**
 * `row` is what the list itself says of it, if it is there; `isRead` is false while it is only passed.
 */
export const Delivery = ({
  deliveryId,
  row,
  isRead,
  ...around
}: {
  deliveryId: string;
  row: DeliveryView | undefined;
  isRead: boolean;
  steps: ReactNode;
  next: Next;
}) => {
  const queries = useQueryClient();
  const asked = useQuery({ ...openDelivery(deliveryId), enabled: isRead });
  const { data } = asked;
  // The look has opened it: the list and the counts say so before their index does.
  useEffect(() => {
    if (data?.status !== 'opened' || row?.status !== 'arrived') return;
    follow(queries, [deliveryOpened(data)]);
    void queries.invalidateQueries({ queryKey: countUndecided().queryKey });
  }, [data, row, queries]);
  const delivery = later(row, data);
  const matter = (known: DeliveryView) => <Matter delivery={known} isRead={isRead} {...around} />;
  if (delivery !== undefined && !asked.error) return matter(delivery);
  return <Loaded asked={{ ...asked, data: delivery }}>{matter}</Loaded>;
};
