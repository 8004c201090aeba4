// How much has come that nobody has opened yet? A number beside the inbox in the menu.
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { unread as unreadQuery } from '../api/queries.ts';
import { words } from '../words/words.ts';

export const UnreadCount = () => {
  const { data } = useQuery(unreadQuery);
  if (!data || data.unread === 0) return null;
  const count = data.more ? `${data.unread}+` : String(data.unread);
  return (
    <Badge size="sm" circle={count.length === 1} aria-label={words.inbox.unreadCount(count)}>
      {count}
    </Badge>
  );
};
