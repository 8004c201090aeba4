// Where is a report, in a word or two?
import { Group } from '@mantine/core';
import type { ReportRow, SubmissionView } from '../../functions/contracts/views.ts';
import type { ApprovalRound } from '../../functions/domain/directory/organization.ts';
import {
  BackIcon,
  ClockIcon,
  DoneIcon,
  type Icon,
  PenIcon,
  SealIcon,
  StopIcon,
} from '../parts/icons.tsx';
import { Tag } from '../parts/tag.tsx';
import { momentOf } from '../parts/time.ts';
import type { Tone } from '../parts/tone.ts';
import { words } from '../words/words.ts';

const LOOKS = {
  draft: ['quiet', PenIcon],
  inReview: ['house', ClockIcon],
  issuing: ['house', SealIcon],
  issued: ['good', DoneIcon],
  rejected: ['bad', StopIcon],
} as const satisfies Record<ReportRow['status'], [Tone, Icon]>;
const CAME_BACK = ['warn', BackIcon] as const satisfies [Tone, Icon];

type Shown = Pick<ReportRow, 'status' | 'comeBack'> & {
  /** Of the round that it is in. */
  kind: ApprovalRound['kind'] | undefined;
};

/** What the status is called: in review it depends on the round, on the desk on how it came back. */
const statusWords = ({ status, comeBack, kind }: Shown): string => {
  if (status === 'draft' && comeBack) return words.life.cameBack[comeBack.how];
  if (status === 'inReview' && kind === 'sign') return words.life.awaitingSignature;
  return words.life.reportStatus[status];
};

export const Status = (shown: Shown) => {
  const [tone, icon] = shown.comeBack && shown.status === 'draft' ? CAME_BACK : LOOKS[shown.status];
  return (
    <Tag tone={tone} icon={icon}>
      {statusWords(shown)}
    </Tag>
  );
};

/** What is issued and has not come to all it is for says so beside it. */
export const StatusOfRow = ({ status, comeBack, standing, unsettled }: ReportRow) => (
  <Group gap={4}>
    <Status status={status} comeBack={comeBack} kind={standing?.round?.kind} />
    {unsettled > 0 && <Tag tone="warn">{words.reports.unsettled(unsettled)}</Tag>}
  </Group>
);

/** Who has the report now, by name; nobody when nobody is asked. */
export const holdersOf = (submission: SubmissionView): string =>
  (submission.chain[submission.round]?.people ?? [])
    .filter(
      (id) =>
        !submission.decisions.some(
          ({ round, personId }) => round === submission.round && personId === id,
        ),
    )
    .map((id) => nameIn(submission, id))
    .join(', ');

/** The name of somebody who appears in the submission. */
export const nameIn = ({ people }: Pick<SubmissionView, 'people'>, id: string): string =>
  people.find((person) => person.id === id)?.name ?? words.comeBack.somebody;

/** What somebody has decided in a round, and why: by name where several were asked, `took` where it is known how long it took. */
export const decisionLine = (
  submission: SubmissionView,
  { round, personId, kind, at, reason }: SubmissionView['decisions'][number],
  took: string | null = null,
): string => {
  const isOneOfSeveral = (submission.chain[round]?.people ?? []).length > 1;
  const name = isOneOfSeveral ? nameIn(submission, personId) : null;
  return [name, words.life.decision[kind], momentOf(at), took, reason].filter(Boolean).join(' · ');
};
