// Whom did mails not reach? Said only where there are any; what they told stands in everybody's own lists all the same.
import { useInfiniteQuery } from '@tanstack/react-query';
import { listUnsentMails } from '../api/administration.ts';
import { OccasionalRows } from '../parts/lists/rows.tsx';
import { momentOf } from '../parts/time.ts';
import { words } from '../words/words.ts';

const { unsentMails: said } = words.administration;

/** What SES says of a mail that it could have sent to somebody else. */
const OF_ONE_ADDRESS = 'MessageRejected';

export const UnsentMails = ({ organizationId }: { organizationId: string }) => (
  <OccasionalRows
    said={said}
    asked={useInfiniteQuery(listUnsentMails(organizationId))}
    keyOf={({ at, personId }) => `${at} ${personId}`}
    columns={[
      { name: said.when, cell: ({ at }) => momentOf(at) },
      { name: said.who, cell: ({ personName }) => personName },
      { name: said.subject, cell: ({ subject }) => subject },
      {
        name: said.why,
        cell: ({ why }) => (why === OF_ONE_ADDRESS ? said.rejected : said.notTaken),
      },
    ]}
  />
);
