// How urgent is it? In words, and only where it is more than ordinary.
import { Badge } from '@mantine/core';
import type { Urgency } from '../../functions/domain/content/urgency.ts';
import { words } from '../words/words.ts';

export const UrgencySign = ({ urgency }: { urgency: Urgency | null }) =>
  urgency && (
    <Badge
      variant={urgency === 'immediate' ? 'filled' : 'light'}
      radius="sm"
      tt="uppercase"
      color="red"
    >
      {words.editor.optional.urgencyOf[urgency]}
    </Badge>
  );
