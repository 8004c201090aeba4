// How urgent is it? In words, and only where it is more than ordinary.
import type { Urgency } from '../../functions/domain/content/urgency.ts';
import { BoltIcon } from '../parts/icons.tsx';
import { Tag } from '../parts/tag.tsx';
import { words } from '../words/words.ts';

export const UrgencySign = ({ urgency }: { urgency: Urgency | null }) =>
  urgency && (
    <Tag tone="bad" icon={BoltIcon}>
      {words.life.urgency[urgency]}
    </Tag>
  );
