// Which part of a list does a query ask for, and of which days?
import type { Days, OfficeDay } from '../../domain/office-calendar.ts';
import type { PageInOrder, PageOf } from '../../use-cases/ports.ts';

export const pageOf = ({
  limit,
  cursor,
}: {
  limit: number;
  cursor?: string | undefined;
}): PageOf => ({
  limit,
  cursor: cursor ?? null,
});

export const inOrderOf = (
  query: Parameters<typeof pageOf>[0] & { order: 'ascending' | 'descending' },
): PageInOrder => ({ ...pageOf(query), lastFirst: query.order === 'descending' });

export const daysOf = ({
  from,
  until,
}: {
  from?: OfficeDay | undefined;
  until?: OfficeDay | undefined;
}): Days => ({ from: from ?? null, until: until ?? null });
