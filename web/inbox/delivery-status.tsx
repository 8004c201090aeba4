// Where is a document at its recipient?
import type { DeliveryStatus } from '../../functions/domain/issued/delivery.ts';
import { BackIcon, DoneIcon, type Icon, LetterIcon, OpenedLetterIcon } from '../parts/icons.tsx';
import { Tag } from '../parts/tag.tsx';
import type { Tone } from '../parts/tone.ts';
import { words } from '../words/words.ts';

const LOOKS = {
  arrived: ['house', LetterIcon],
  opened: ['quiet', OpenedLetterIcon],
  received: ['good', DoneIcon],
  sentBack: ['bad', BackIcon],
} as const satisfies Record<DeliveryStatus, [Tone, Icon]>;

export const DeliveryState = ({ status }: { status: DeliveryStatus }) => {
  const [tone, icon] = LOOKS[status];
  return (
    <Tag tone={tone} icon={icon}>
      {words.life.deliveryStatus[status]}
    </Tag>
  );
};
