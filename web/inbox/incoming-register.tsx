// Sổ đăng ký văn bản đến, with the ten columns of Decree 30/2020, Annex IV.
import { Anchor } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { readMe } from '../api/drafting.ts';
import { listIncoming } from '../api/inbox.ts';
import { bookFilterIn } from '../filters/filters.ts';
import { dayOf, presentYear, writtenDay } from '../parts/time.ts';
import { Register } from '../registry/register.tsx';
import { words } from '../words/words.ts';

const { registers } = words;
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
      title={registers.incoming}
      help={registers.incomingHelp}
      begin={words.help.empty.incoming}
      guide="receiving"
      year={year}
      chooseYear={(chosen) => change({ year: chosen })}
      filter={filter}
      change={change}
      asked={useInfiniteQuery(listIncoming(year, filter))}
      numberOf={({ incomingNumber }) => String(incomingNumber)}
      columns={[
        { name: columns.arrived, cell: ({ arrivedOn }) => writtenDay(arrivedOn) },
        { name: columns.incomingNumber, cell: ({ incomingNumber }) => incomingNumber },
        { name: columns.author, isTyped: true, cell: ({ author }) => author },
        { name: columns.number, cell: ({ number, symbol }) => printedNumber(number, symbol) },
        { name: columns.date, cell: ({ date }) => writtenDay(date) },
        {
          name: columns.typeAndSubject,
          isTyped: true,
          cell: ({ deliveryId, typeAndSubject }) =>
            mayOpen ? (
              <Anchor component={Link} size="sm" to={`/van-ban-den/${deliveryId}`}>
                {typeAndSubject}
              </Anchor>
            ) : (
              typeAndSubject
            ),
        },
        { name: columns.receiver, cell: ({ receivedBy }) => receivedBy },
        { name: columns.sent, cell: ({ receivedAt }) => dayOf(receivedAt) },
        { name: columns.signature, isByHand: true, cell: () => null },
        { name: columns.note, cell: ({ note }) => note },
      ]}
    />
  );
};
