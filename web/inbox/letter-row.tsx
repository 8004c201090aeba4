// How does a document that came stand in the list beside what is read? Who sent it, when, what it is, and what became of it.
import type { DeliveryView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { UrgencySign } from '../approval/urgency-sign.tsx';
import { BackIcon, ClipIcon } from '../parts/icons.tsx';
import type { RowWords } from '../parts/panes/pane-rows.tsx';
import { Tag } from '../parts/tag.tsx';
import { clockOf, dayNumber, dayOf, momentOf } from '../parts/time.ts';
import { words } from '../words/words.ts';

const inbox = words.inbox;

/** What became of it; nothing while somebody has yet to decide: the dot says whether it was opened. */
const Outcome = ({ delivery }: { delivery: DeliveryView }) => {
  if (delivery.status === 'received')
    return <Tag tone="good">{inbox.numbered(delivery.receipt.incomingNumber)}</Tag>;
  if (delivery.status === 'sentBack')
    return (
      <Tag tone="bad" icon={BackIcon}>
        {inbox.part.sentBack}
      </Tag>
    );
  return null;
};

/** `now` in milliseconds: of today's the hour is told, of others the day. */
export const letterRow = (delivery: DeliveryView, now: number): RowWords => {
  const { status, senderName, arrivedAt, subject, issue } = delivery;
  const isToday = dayNumber(Date.parse(arrivedAt)) === dayNumber(now);
  const files = issue.attachments.length;
  return {
    untouched: status === 'arrived' ? inbox.unread : null,
    who: senderName,
    when: (
      <time dateTime={arrivedAt} title={momentOf(arrivedAt)}>
        {isToday ? clockOf(arrivedAt) : dayOf(arrivedAt)}
      </time>
    ),
    what: subject,
    below: (
      <>
        <span>{printedNumber(issue.number, issue.symbol)}</span>
        <UrgencySign urgency={issue.urgency} />
        {files > 0 && (
          <span title={inbox.attachments(files)}>
            <ClipIcon /> {inbox.attachments(files)}
          </span>
        )}
        <Outcome delivery={delivery} />
      </>
    ),
  };
};
