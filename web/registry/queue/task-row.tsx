// How does a task stand in the clerk's list? Whose document it is, since when it waits, what it is, and for what it waits.
import { UrgencySign } from '../../approval/urgency-sign.tsx';
import type { Kind } from '../../filters/filters.ts';
import { BackIcon, type Icon, LetterIcon, SealIcon, StopIcon } from '../../parts/icons.tsx';
import { Ago } from '../../parts/lists/ago.tsx';
import type { RowWords } from '../../parts/panes/pane-rows.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { Tone } from '../../parts/tone.ts';
import { words } from '../../words/words.ts';
import type { Task } from './tasks.ts';

const said = words.queue;

/** To seal is a clerk's day; what has stopped or came back is not. */
const LOOK: Record<Kind, { tone: Tone; icon: Icon }> = {
  seal: { tone: 'house', icon: SealIcon },
  stuck: { tone: 'bad', icon: StopIcon },
  unreached: { tone: 'warn', icon: LetterIcon },
  sentBack: { tone: 'warn', icon: BackIcon },
};

export const taskRow = (
  { kind, who, since, subject, urgency, symbol }: Task,
  isDone: boolean,
): RowWords => ({
  untouched: null,
  who,
  when: <Ago at={since} />,
  what: subject,
  below: isDone ? (
    <Tag tone="good">{said.done}</Tag>
  ) : (
    <>
      <UrgencySign urgency={urgency} />
      <Tag {...LOOK[kind]}>{said.kinds[kind]}</Tag>
      <span>{symbol}</span>
    </>
  ),
});
