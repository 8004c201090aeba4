// What can happen to a submission? One function a state, in the order in which a report goes through them.
import {
  Choice,
  Condition,
  Map as ForEach,
  JsonPath,
  Pass,
  Result,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import {
  type Closing,
  Decidable,
  type Delivering,
  HAND_OFF_VERSION,
  type Notifying,
  type Reached,
  type Rehearsing,
  type Reminding,
  type RenderJob,
  type Sealing,
  type Signing,
  type Storing,
} from '../../functions/contracts/hand-offs.ts';
import type { WhoSeals } from '../../functions/domain/directory/organization.ts';
import { numberedKey, pageKey } from '../../functions/domain/file-keys.ts';
import type { Outcome, Wait } from '../../functions/domain/workflow/wait.ts';
import type { AppFunction } from '../constructs/app-function.ts';
import { askAndWait, call, from, type Told } from './calling.ts';

/** The functions that the states call. */
export type Workers = Record<
  | 'prepare'
  | 'render'
  | 'ask'
  | 'remind'
  | 'number'
  | 'sign'
  | 'seal'
  | 'store'
  | 'deliver'
  | 'notify'
  | 'close',
  AppFunction
>;

/** Where the states stand, and who does their work. */
export type MachineScope = { scope: Construct; workers: Workers };

/** Deliveries of one report at a time: 150 offices are served within a minute, and other reports find room beside them. */
const DELIVERIES_AT_ONCE = 10;

const SUBMISSION = { submissionId: from('$.submissionId') };

// The page that people decide on

export const prepareTheSubmission = ({ scope, workers }: MachineScope) =>
  call(scope, 'Prepare the submission', workers.prepare, { answerTo: '$' });

/** The renderer refuses `rendering_changed` when a page that is stored already would come out otherwise. */
const pageToDecideOn = (): Told<RenderJob> => ({
  handOff: HAND_OFF_VERSION,
  modelKey: from('$.modelKey'),
  issuing: null,
  pdfKey: JsonPath.format(pageKey('{}'), from('$.submissionId')),
  docxKey: null,
});

export const renderThePageToDecideOn = ({ scope, workers }: MachineScope) =>
  call(scope, 'Render the page to decide on', workers.render, {
    told: pageToDecideOn(),
    answerTo: '$.page',
  });

// A later turn goes on from what the earlier ones have done; what it asks for once more is adopted

export const howFarHasItCome = ({ scope }: MachineScope) =>
  new Choice(scope, 'How far has it come?');
export const itIsIssued = Condition.stringEquals('$.reached', 'issue' satisfies Reached);
export const itHasItsNumber = Condition.stringEquals('$.reached', 'number' satisfies Reached);
export const itIsOver = Condition.stringEquals('$.reached', 'end' satisfies Reached);

// The rounds

export const isAnybodyLeftToAsk = ({ scope }: MachineScope) =>
  new Choice(scope, 'Is anybody left to ask?');
export const aRoundIsLeft = Condition.numberLessThanJsonPath('$.round', '$.rounds');

const THE_ROUND: Told<Wait> = { kind: 'round', round: from('$.round') };

export const askThePeopleOfThisRound = ({ scope, workers }: MachineScope) =>
  askAndWait(scope, 'Ask the people of this round', workers.ask, {
    wait: THE_ROUND,
    page: from('$.page.pdfSha256'),
  });

export const remindThem = (office: MachineScope) => remind(office, 'Remind them', THE_ROUND);

export const whatDidTheyDecide = ({ scope }: MachineScope) =>
  new Choice(scope, 'What did they decide?');
export const theyAgreed = Condition.stringEquals('$.answer.outcome', 'agreed' satisfies Outcome);

/** Hands everything on as the contract says it, with the next round. */
export const countTheRound = ({ scope }: MachineScope) =>
  new Pass(scope, 'Count the round', {
    parameters: {
      ...Object.fromEntries(
        Object.keys(Decidable.shape).map((part) => [part, JsonPath.objectAt(`$.${part}`)]),
      ),
      round: JsonPath.mathAdd(JsonPath.numberAt('$.round'), 1),
      patience: JsonPath.numberAt('$.remindAfterSeconds'),
    },
  });

// Everything that can fail, tried before the number is taken

export const renderThePageOnceMore = ({ scope, workers }: MachineScope) =>
  call(scope, 'Render the page once more', workers.render, { told: pageToDecideOn() });

/** `sign` and `seal` do everything but sign when they are told that it is a rehearsal (a dry run). */
const rehearsal = (): Told<Rehearsing> & { rehearsal: true } => ({
  rehearsal: true,
  ...SUBMISSION,
});

export const tryTheSignersKey = ({ scope, workers }: MachineScope) =>
  call(scope, "Try the signer's key", workers.sign, { told: rehearsal() });

export const tryTheAgencysKey = ({ scope, workers }: MachineScope) =>
  call(scope, "Try the agency's key", workers.seal, { told: rehearsal() });

// The issue

export const reserveNumberAndDate = ({ scope, workers }: MachineScope) =>
  call(scope, 'Reserve number and date', workers.number, {
    told: SUBMISSION,
    answerTo: '$.reserved',
  });
export const aNumberIsKnown = Condition.isPresent('$.reserved.number');

export const renderWithNumberAndDate = ({ scope, workers }: MachineScope) => {
  const told: Told<RenderJob> = {
    handOff: HAND_OFF_VERSION,
    modelKey: from('$.modelKey'),
    issuing: { number: from('$.reserved.number'), date: from('$.reserved.date') },
    pdfKey: JsonPath.format(numberedKey('{}', 'pdf'), from('$.submissionId')),
    docxKey: JsonPath.format(numberedKey('{}', 'docx'), from('$.submissionId')),
  };
  return call(scope, 'Render with number and date', workers.render, {
    told,
    answerTo: '$.document',
  });
};

export const sign = ({ scope, workers }: MachineScope) => {
  const told: Told<Signing> = {
    ...SUBMISSION,
    contentHash: from('$.contentHash'),
    key: from('$.document.pdfKey'),
    sha256: from('$.document.pdfSha256'),
    signatureArea: {
      page: from('$.document.signatureArea.page'),
      x: from('$.document.signatureArea.x'),
      y: from('$.document.signatureArea.y'),
      width: from('$.document.signatureArea.width'),
      height: from('$.document.signatureArea.height'),
    },
  };
  return call(scope, 'Sign', workers.sign, { told, answerTo: '$.signed' });
};

export const whoLetsTheSealBeApplied = ({ scope }: MachineScope) =>
  new Choice(scope, 'Who lets the seal be applied?');
export const theClerkDoes = Condition.stringEquals('$.sealing', 'clerk' satisfies WhoSeals);

export const beginToWaitForTheSeal = (office: MachineScope) =>
  beginToWait(office, 'Begin to wait for the seal');

export const askTheClerkToSeal = ({ scope, workers }: MachineScope) =>
  askAndWait(scope, 'Ask the clerk to seal', workers.ask, { wait: { kind: 'seal' } });

export const remindTheClerkToSeal = (office: MachineScope) =>
  remind(office, 'Remind the clerk to seal', { kind: 'seal' });

export const seal = ({ scope, workers }: MachineScope) => {
  const told: Told<Sealing> = {
    ...SUBMISSION,
    contentHash: from('$.contentHash'),
    key: from('$.signed.key'),
    sha256: from('$.signed.sha256'),
  };
  return call(scope, 'Seal', workers.seal, { told, answerTo: '$.sealed' });
};

export const storeTheFilesWriteOnce = ({ scope, workers }: MachineScope) => {
  const told: Told<Storing> = {
    ...SUBMISSION,
    contentHash: from('$.contentHash'),
    key: from('$.sealed.key'),
    sha256: from('$.sealed.sha256'),
    docxKey: from('$.document.docxKey'),
    docxSha256: from('$.document.docxSha256'),
  };
  return call(scope, 'Store the files write-once', workers.store, { told });
};

export const completeTheRegister = (office: MachineScope) =>
  close(office, 'Complete the register', 'issued', null);

// The recipients

export const deliverToEveryRecipient = ({ scope, workers }: MachineScope) => {
  const told: Told<Delivering> = { ...SUBMISSION, recipientId: from('$.recipientId') };
  const tell: Told<Notifying> = told;
  const delivered = new Succeed(scope, 'Delivered');
  return new ForEach(scope, 'Deliver to every recipient', {
    itemsPath: '$.recipients',
    itemSelector: { ...SUBMISSION, recipientId: from('$$.Map.Item.Value') },
    maxConcurrency: DELIVERIES_AT_ONCE,
    resultPath: JsonPath.DISCARD,
  }).itemProcessor(
    call(scope, 'Deliver', workers.deliver, { told }).next(
      // A mail that is not sent keeps no document from its inbox.
      call(scope, 'Tell the recipient', workers.notify, { told: tell })
        .addCatch(delivered, { resultPath: JsonPath.DISCARD })
        .next(delivered),
    ),
  );
};

/** What is owed until every recipient has it; whatever is missing, the sweep finds. */
export const seeThatEverybodyHasIt = (office: MachineScope) =>
  close(office, 'See that everybody has it', 'issued', null);

// The ends

/** Whoever decided has stored the decision: returned, rejected, withdrawn, given up. */
export const closeAsDecided = (office: MachineScope) =>
  close(office, 'Close as decided', 'decided', null);

export const handBackToTheDrafter = (office: MachineScope) =>
  close(office, 'Hand back to the drafter', 'handedBack', from('$.failure.Error'));

export const tellTheDrafterHowItEnded = ({ scope, workers }: MachineScope) => {
  const told: Told<Notifying> = { ...SUBMISSION, recipientId: null };
  return call(scope, 'Tell the drafter how it ended', workers.notify, { told });
};

export const closed = ({ scope }: MachineScope) => new Succeed(scope, 'Closed');

// What went wrong after all had agreed

/** In seconds. What failed may be the very first state, which would have said how long the office waits. */
const HALF_A_WORKING_DAY = Result.fromNumber(4 * 3_600);

/** The state's name, by which the watch counts what is stuck. */
export const BEGIN_TO_WAIT_FOR_THE_CLERK = 'Begin to wait for the clerk';

export const beginToWaitForTheClerk = (office: MachineScope) =>
  beginToWait(office, BEGIN_TO_WAIT_FOR_THE_CLERK, HALF_A_WORKING_DAY);

export const waitForTheClerk = ({ scope, workers }: MachineScope) =>
  askAndWait(scope, 'Wait for the clerk to resume or give up', workers.ask, {
    wait: { kind: 'stuck' },
    reason: from('$.failure.Error'),
  });

export const remindTheClerkToHelp = (office: MachineScope) =>
  remind(office, 'Remind the clerk to resume or give up', { kind: 'stuck' });

export const whatDidTheClerkChoose = ({ scope }: MachineScope) =>
  new Choice(scope, 'What did the clerk choose?');
export const theClerkGaveItUp = Condition.stringEquals(
  '$.answer.outcome',
  'voided' satisfies Outcome,
);

const remind = ({ scope, workers }: MachineScope, name: string, wait: Told<Wait>) => {
  const told: Told<Reminding> = { ...SUBMISSION, wait };
  return call(scope, name, workers.remind, { told, answerTo: '$.patience' });
};

/** However patient the question before has become, this one is a new one. */
const beginToWait = ({ scope }: MachineScope, name: string, result?: Result) =>
  new Pass(scope, name, {
    ...(result ? { result } : { inputPath: '$.remindAfterSeconds' }),
    resultPath: '$.patience',
  });

const close = (
  { scope, workers }: MachineScope,
  name: string,
  how: Told<Closing['how']>,
  reason: string | null,
) => {
  const told: Told<Closing> = { ...SUBMISSION, how, reason };
  return call(scope, name, workers.close, { told });
};
