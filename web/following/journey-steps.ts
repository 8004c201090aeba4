// Which way does a report go, how far has it come, and how long did each part of it take?
import type {
  DeliveryProgress,
  HeldProgress,
  ReportView,
  SubmissionView,
} from '../../functions/contracts/views.ts';
import type { Instant } from '../../functions/domain/ids.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { lasted, momentOf, writtenDay } from '../parts/time.ts';
import type { Station } from '../parts/timeline.tsx';
import { words } from '../words/words.ts';
import { issueSteps } from './issue-steps.ts';
import { decisionLine, nameIn } from './status.tsx';

type JourneyStep = Station & { name: string };

/** What became of it at each recipient, and of those who could not be reached. */
type Deliveries = { items: DeliveryProgress[]; held: HeldProgress[] };

const journey = words.journey;
const heldDeliveries = words.heldDeliveries;

/** Who has decided what, when, and how long after the round before. */
const decisionsOf = (submission: SubmissionView, index: number, since: Instant) =>
  submission.decisions
    .filter(({ round }) => round === index)
    .map((decision) =>
      decisionLine(submission, decision, journey.after(lasted(since, decision.at))),
    );

export const roundState = (
  { status, round }: SubmissionView,
  index: number,
): JourneyStep['state'] => {
  if (index < round) return 'done';
  if (index > round) return 'ahead';
  return status === 'inReview' ? 'present' : 'ended';
};

const roundsOf = (submission: SubmissionView, now: Instant): JourneyStep[] => {
  let since = submission.submittedAt;
  return submission.chain.map((round, index) => {
    const state = roundState(submission, index);
    const names = round.people.map((id) => nameIn(submission, id)).join(', ');
    const { askedAt } = submission;
    const facts = [
      ...decisionsOf(submission, index, since),
      ...(state === 'present' && askedAt ? [journey.waiting(lasted(askedAt, now))] : []),
    ];
    since = submission.decisions.findLast((each) => each.round === index)?.at ?? since;
    return {
      key: `round ${index}`,
      name: `${words.life.roundKind[round.kind]}: ${names}`,
      facts,
      state,
    };
  });
};

/** What is known of a step: what came of it, or why it does not go on. */
const issueFacts = (submission: SubmissionView, key: string): string[] => {
  const { number, stuck, issueStep, waitingForSeal } = submission;
  const isHere = key === issueStep;
  return [
    ...(key === 'number' && number
      ? [
          words.follow.numberAndDate(
            printedNumber(number.number, number.symbol),
            writtenDay(number.date),
          ),
        ]
      : []),
    ...(isHere && stuck ? [words.follow.stuck] : []),
    ...(isHere && waitingForSeal ? [words.follow.waitingForSeal] : []),
  ];
};

/** Named before all have agreed, too. What is sent is issued, and arrives at each recipient. */
const issuingOf = (report: ReportView, submission: SubmissionView): JourneyStep[] => {
  const steps = issueSteps(submission);
  return Object.entries(journey.steps).map(([key, name]) => {
    const state = steps.find((step) => step.key === key)?.state ?? 'ahead';
    const facts = issueFacts(submission, key);
    if (key !== 'send') return { key, name, facts, state };
    return {
      key,
      name: report.issue ? words.life.reportStatus.issued : name,
      facts,
      state: report.issue ? 'done' : state,
    };
  });
};

const deliveryState = (status: DeliveryProgress['status']): JourneyStep['state'] => {
  if (status === 'received') return 'done';
  return status === 'sentBack' ? 'ended' : 'present';
};

/** What the clerk has decided about it, or that the clerk has yet to decide. */
const heldFacts = ({ status, at, toName, reason }: HeldProgress): string[] => [
  ...(status === 'waiting' ? [heldDeliveries.waiting] : []),
  ...(toName !== null && at !== null ? [`${heldDeliveries.sentOn(toName)} · ${momentOf(at)}`] : []),
  ...(reason !== null && at !== null
    ? [`${heldDeliveries.writtenOff(reason)} · ${momentOf(at)}`]
    : []),
];

const deliveriesOf = ({ items, held }: Deliveries): JourneyStep[] =>
  items.map((each) => ({
    key: each.recipientId,
    name: each.recipientName,
    facts: [
      `${words.life.deliveryStatus.arrived} · ${momentOf(each.arrivedAt)}`,
      ...(each.openedAt
        ? [
            [
              words.life.deliveryStatus.opened,
              momentOf(each.openedAt),
              journey.after(lasted(each.arrivedAt, each.openedAt)),
            ].join(' · '),
          ]
        : []),
      ...(each.receivedAt
        ? [
            [
              words.life.deliveryStatus.received,
              momentOf(each.receivedAt),
              journey.after(lasted(each.arrivedAt, each.receivedAt)),
              ...(each.incomingNumber === null
                ? []
                : [words.follow.incomingNumber(each.incomingNumber)]),
            ].join(' · '),
          ]
        : []),
      ...(each.sentBackReason === null
        ? []
        : [
            `${words.life.deliveryStatus.sentBack}: ${each.sentBackReason}`,
            ...held
              .filter(
                ({ recipientId, why }) => recipientId === each.recipientId && why === 'sentBack',
              )
              .flatMap(heldFacts),
          ]),
    ],
    state: deliveryState(each.status),
  }));

const HELD_STATE = { waiting: 'present', sentOn: 'done', writtenOff: 'ended' } as const;

/** Recipients who could not be reached; one who could be after all has their delivery. */
const heldOf = ({ items, held }: Deliveries): JourneyStep[] =>
  held
    .filter(({ recipientId }) => !items.some((each) => each.recipientId === recipientId))
    .map((each) => ({
      key: each.recipientId,
      name: each.recipientName,
      facts: [`${heldDeliveries.why[each.why]} · ${momentOf(each.since)}`, ...heldFacts(each)],
      state: HELD_STATE[each.status],
    }));

/** Where an issued report is at each recipient, and whom it could not reach. */
export const arrivalsOf = (deliveries: Deliveries): JourneyStep[] => [
  ...deliveriesOf(deliveries),
  ...heldOf(deliveries),
];

/** From the submission to every recipient; what is still ahead is named, too. */
export const journeyOf = (
  report: ReportView,
  submission: SubmissionView,
  deliveries: Deliveries,
  now: Instant,
): JourneyStep[] => [
  {
    key: 'submitted',
    name: journey.submitted(report.drafter.name),
    facts: [momentOf(submission.submittedAt)],
    state: 'done',
  },
  ...roundsOf(submission, now),
  ...issuingOf(report, submission),
  ...arrivalsOf(deliveries),
];
