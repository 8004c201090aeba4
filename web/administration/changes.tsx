// Who changed what here? Newest first: rights and settings must be traceable.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EventView } from '../../functions/contracts/views.ts';
import { DOCUMENT_TYPES } from '../../functions/domain/content/document-type.ts';
import { readChanges } from '../api/administration.ts';
import { happened } from '../parts/happened.ts';
import { Rows } from '../parts/lists/rows.tsx';
import { momentOf } from '../parts/time.ts';
import { words } from '../words/words.ts';

const { settings: said } = words.administration;

/** A register is one of a type, whose name is Vietnamese in every language. */
const told = ({ happening }: EventView): string => {
  const words = happened(happening.kind, happening);
  const series = 'series' in happening ? happening.series : 'all';
  return series === 'all' ? words : `${words} (${DOCUMENT_TYPES[series].name})`;
};

export const Changes = ({ organizationId }: { organizationId: string }) => (
  <Rows
    name={said.changes}
    asked={useInfiniteQuery(readChanges(organizationId))}
    keyOf={({ sequence }) => String(sequence)}
    empty={said.noChanges}
    columns={[
      { name: said.when, cell: ({ at }) => momentOf(at) },
      {
        name: said.who,
        cell: ({ actor, actorName }) => (actor === 'operator' ? said.operator : actorName),
      },
      { name: said.what, cell: told },
    ]}
  />
);
