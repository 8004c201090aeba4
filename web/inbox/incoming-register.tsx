// Sổ đăng ký văn bản đến, with the ten columns of Decree 30/2020, Annex IV.
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { readMe } from '../api/drafting.ts';
import { listIncoming } from '../api/inbox.ts';
import { bookFilterIn, FIRST_ORDER } from '../filters/filters.ts';
import { dayOf, presentYear, writtenDay } from '../parts/time.ts';
import { Register } from '../registry/register.tsx';
import { words } from '../words/words.ts';

const registers = words.registers;
const columns = registers.incomingColumns;

export const IncomingRegister = () => {
  const { roles } = useSuspenseQuery(readMe()).data.person;
  const {
    year = presentYear(),
    type: _,
    ...filter
  } = useSearch({
    from: '/office/so-van-ban-den',
  });
  const navigate = useNavigate();
  const change = (changed: object) =>
    void navigate({
      to: '/so-van-ban-den',
      search: bookFilterIn({ year, ...filter, ...changed }),
    });
  const mayOpen = roles.includes('recipientOfficer');
  return (
    <Register
      id="incoming"
      title={registers.incoming}
      help={registers.incomingHelp}
      begin={words.help.empty.incoming}
      guide="receiving"
      year={year}
      filter={filter}
      change={change}
      asked={useInfiniteQuery(listIncoming(year, { order: FIRST_ORDER, ...filter }))}
      by="incomingNumber"
      numberIn={({ incomingNumber }) => incomingNumber}
      numberOf={({ incomingNumber }) => String(incomingNumber)}
      dayOf={({ arrivedOn }) => arrivedOn}
      columns={[
        {
          id: 'arrived',
          name: columns.arrived,
          size: 'day',
          text: ({ arrivedOn }) => writtenDay(arrivedOn),
        },
        {
          id: 'incomingNumber',
          name: columns.incomingNumber,
          size: 'count',
          text: ({ incomingNumber }) => String(incomingNumber),
        },
        { id: 'author', name: columns.author, size: 'list', text: ({ author }) => author },
        {
          id: 'number',
          name: columns.number,
          size: 'number',
          text: ({ number, symbol }) => printedNumber(number, symbol),
        },
        { id: 'date', name: columns.date, size: 'day', text: ({ date }) => writtenDay(date) },
        {
          id: 'typeAndSubject',
          name: columns.typeAndSubject,
          size: 'words',
          text: ({ typeAndSubject }) => typeAndSubject,
          to: ({ deliveryId }) => (mayOpen ? `/van-ban-den/${deliveryId}` : null),
        },
        {
          id: 'receiver',
          name: columns.receiver,
          size: 'name',
          text: ({ receivedBy }) => receivedBy,
        },
        {
          id: 'sent',
          name: columns.sent,
          size: 'day',
          text: ({ receivedAt }) => dayOf(receivedAt),
        },
        { id: 'signature', name: columns.signature, size: 'hand', text: () => '' },
        { id: 'note', name: columns.note, size: 'note', text: ({ note }) => note },
      ]}
    />
  );
};
