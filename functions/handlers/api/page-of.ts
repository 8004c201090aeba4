// Which part of a list does a query ask for?
import type { PageOf } from '../../use-cases/ports.ts';

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
