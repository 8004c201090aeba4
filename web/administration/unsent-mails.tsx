// Whom did letters not reach? Said only where there are any; what they told stands in everybody's own lists all the same.
import { Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { unsentMails } from '../api/directory-queries.ts';
import { Rows } from '../pieces/rows.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';

const { unsentMails: said } = words.administration;

/** What SES says of a letter that it could have sent to somebody else. */
const OF_ONE_ADDRESS = 'MessageRejected';

export const UnsentMails = ({ organizationId }: { organizationId: string }) => {
  const asked = useInfiniteQuery(unsentMails(organizationId));
  if (asked.data?.pages[0]?.items.length === 0) return null;
  return (
    <section aria-label={said.title}>
      <Title order={2} size="h4" my="md">
        {said.title}
      </Title>
      <Text mb="sm">{said.help}</Text>
      <Rows
        name={said.title}
        asked={asked}
        keyOf={({ at, personId }) => `${at} ${personId}`}
        empty={null}
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
    </section>
  );
};
