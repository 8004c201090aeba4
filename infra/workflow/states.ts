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
import {
  Answered,
  type Closing,
  Decidable,
  Delivering,
  Failed,
  HAND_OFFS,
  type PageJob,
  Prepared,
  Printed,
  type Rehearsing,
  Reserved,
  Started,
  Stuck,
  WithSeal,
  WithSignature,
} from '../../functions/contracts/hand-offs.ts';
import { numberedKey, pageKey } from '../../functions/domain/file-keys.ts';
import type { OrganizationId } from '../../functions/domain/ids.ts';
import type { Wait } from '../../functions/domain/workflow/wait.ts';
import { askAndWait, call, inFull, type MachineScope, type Told } from './calling.ts';
import { type From, oneMoreThan, Path, pathsInto, read, says } from './paths.ts';

/** Deliveries of one report at a time: 150 offices are served within a minute, and other reports find room beside them. */
const DELIVERIES_AT_ONCE = 10;

// The execution's data, as they grow along the way
const { submissionId } = pathsInto(Started);
const prepared = pathsInto(Prepared);
const decidable = pathsInto(Decidable);
const answered = pathsInto(Answered);
const reserved = pathsInto(Reserved);
const printed = pathsInto(Printed);
const withSignature = pathsInto(WithSignature);
const withSeal = pathsInto(WithSeal);
const failed = pathsInto(Failed);
const stuck = pathsInto(Stuck);

// The page that people decide on

export const prepareTheSubmission = (office: MachineScope) =>
  call(office, 'Prepare the submission', HAND_OFFS.prepare, {
    told: { submissionId },
    answerTo: prepared,
  });

/** The renderer refuses `rendering_changed` when a page that is stored already would come out otherwise. */
const pageToDecideOn = (): Told<PageJob> => ({
  modelKey: prepared.modelKey,
  issuing: null,
  pdfKey: JsonPath.format(pageKey('{}'), read(submissionId)),
  docxKey: null,
});

export const renderThePageToDecideOn = (office: MachineScope) =>
  call(office, 'Render the page to decide on', HAND_OFFS.renderPage, {
    told: pageToDecideOn(),
    answerTo: decidable.page,
  });

/** A later turn may have got stuck before it was. */
export const itIsPrepared = Condition.isPresent(String(prepared.modelKey));

// A later turn goes on from what the earlier ones have done; what it asks for once more is adopted

export const howFarHasItCome = ({ scope }: MachineScope) =>
  new Choice(scope, 'How far has it come?');
export const itIsIssued = says(prepared.reached, 'issue');
export const itHasItsNumber = says(prepared.reached, 'number');
export const itIsOver = says(prepared.reached, 'end');

// The rounds

export const isAnybodyLeftToAsk = ({ scope }: MachineScope) =>
  new Choice(scope, 'Is anybody left to ask?');
export const aRoundIsLeft = Condition.numberLessThanJsonPath(
  String(prepared.round),
  String(prepared.rounds),
);

const THE_ROUND: Told<Wait> = { kind: 'round', round: prepared.round };

export const askThePeopleOfThisRound = (office: MachineScope) =>
  askAndWait(office, 'Ask the people of this round', {
    wait: THE_ROUND,
    patience: prepared.patience,
    page: decidable.page.pdfSha256,
  });

export const remindThem = (office: MachineScope) => remind(office, 'Remind them', THE_ROUND);

export const whatDidTheyDecide = ({ scope }: MachineScope) =>
  new Choice(scope, 'What did they decide?');
export const theyAgreed = says(answered.answer.outcome, 'agreed');

/** Hands everything on as the contract says it, with the next round. */
export const countTheRound = ({ scope }: MachineScope) => {
  const counted: Told<Decidable> = {
    ...decidable,
    round: oneMoreThan(decidable.round),
    patience: decidable.remindAfterSeconds,
  };
  return new Pass(scope, 'Count the round', { parameters: inFull(counted) });
};

// Everything that can fail, tried before the number is taken

export const renderThePageOnceMore = (office: MachineScope) =>
  call(office, 'Render the page once more', HAND_OFFS.renderPage, { told: pageToDecideOn() });

/** `sign` and `seal` do everything but sign when they are told that it is a rehearsal (a dry run). */
const REHEARSAL: Told<Rehearsing> = { rehearsal: true, submissionId };

export const tryTheSignersKey = (office: MachineScope) =>
  call(office, "Try the signer's key", HAND_OFFS.rehearseSigning, { told: REHEARSAL });

export const tryTheAgencysKey = (office: MachineScope) =>
  call(office, "Try the agency's key", HAND_OFFS.rehearseSealing, { told: REHEARSAL });

// The issue

export const reserveNumberAndDate = (office: MachineScope) =>
  call(office, 'Reserve number and date', HAND_OFFS.number, {
    told: { submissionId },
    answerTo: reserved.reserved,
  });
export const aNumberIsKnown = Condition.isPresent(String(reserved.reserved.number));

export const renderWithNumberAndDate = (office: MachineScope) =>
  call(office, 'Render with number and date', HAND_OFFS.renderDocument, {
    told: {
      modelKey: reserved.modelKey,
      issuing: { number: reserved.reserved.number, date: reserved.reserved.date },
      pdfKey: JsonPath.format(numberedKey('{}', 'pdf'), read(submissionId)),
      docxKey: JsonPath.format(numberedKey('{}', 'docx'), read(submissionId)),
    },
    answerTo: printed.document,
  });

export const sign = (office: MachineScope) =>
  call(office, 'Sign', HAND_OFFS.sign, {
    told: {
      submissionId,
      contentHash: printed.contentHash,
      key: printed.document.pdfKey,
      sha256: printed.document.pdfSha256,
      signatureArea: printed.document.signatureArea,
    },
    answerTo: withSignature.signed,
  });

export const whoLetsTheSealBeApplied = ({ scope }: MachineScope) =>
  new Choice(scope, 'Who lets the seal be applied?');
export const theClerkDoes = says(prepared.sealing, 'clerk');

/** However patient the question before has become, this one is a new one. */
export const beginToWaitForTheSeal = ({ scope }: MachineScope) =>
  new Pass(scope, 'Begin to wait for the seal', {
    inputPath: String(prepared.remindAfterSeconds),
    resultPath: String(prepared.patience),
  });

export const askTheClerkToSeal = (office: MachineScope) =>
  askAndWait(office, 'Ask the clerk to seal', {
    wait: { kind: 'seal' },
    patience: prepared.patience,
  });

export const remindTheClerkToSeal = (office: MachineScope) =>
  remind(office, 'Remind the clerk to seal', { kind: 'seal' });

export const seal = (office: MachineScope) =>
  call(office, 'Seal', HAND_OFFS.seal, {
    told: {
      submissionId,
      key: withSignature.signed.key,
      sha256: withSignature.signed.sha256,
    },
    answerTo: withSeal.sealed,
  });

export const storeTheFilesWriteOnce = (office: MachineScope) =>
  call(office, 'Store the files write-once', HAND_OFFS.store, {
    told: {
      submissionId,
      key: withSeal.sealed.key,
      sha256: withSeal.sealed.sha256,
      docxKey: withSeal.document.docxKey,
      docxSha256: withSeal.document.docxSha256,
    },
  });

export const completeTheRegister = (office: MachineScope) =>
  close(office, 'Complete the register', 'issued', null);

// The recipients

/** What Step Functions lays out for one round of a Map. */
const EACH_RECIPIENT = new Path<OrganizationId>('$$.Map.Item.Value');

export const deliverToEveryRecipient = (office: MachineScope) => {
  const { scope } = office;
  const each: Told<Delivering> = { submissionId, recipientId: EACH_RECIPIENT };
  const told = pathsInto(Delivering);
  const delivered = new Succeed(scope, 'Delivered');
  return new ForEach(scope, 'Deliver to every recipient', {
    itemsPath: String(prepared.recipients),
    itemSelector: inFull(each),
    maxConcurrency: DELIVERIES_AT_ONCE,
    resultPath: JsonPath.DISCARD,
  }).itemProcessor(
    call(office, 'Deliver', HAND_OFFS.deliver, { told }).next(
      // A mail that is not sent keeps no document from its inbox.
      call(office, 'Tell the recipient', HAND_OFFS.notify, { told })
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
  close(office, 'Hand back to the drafter', 'handedBack', failed.failure.Error);

export const tellTheDrafterHowItEnded = (office: MachineScope) =>
  call(office, 'Tell the drafter how it ended', HAND_OFFS.notify, {
    told: { submissionId, recipientId: null },
  });

export const closed = ({ scope }: MachineScope) => new Succeed(scope, 'Closed');

// What went wrong after all had agreed

/** Where what was caught is kept beside the data, for the one who is told of it. */
export const THE_FAILURE = String(failed.failure);

/** In seconds. What failed may be the very first state, which would have said how long the office waits. */
const HALF_A_WORKING_DAY = Result.fromNumber(4 * 3_600);

/** The state's name, by which the watch counts what is stuck. */
export const BEGIN_TO_WAIT_FOR_THE_CLERK = 'Begin to wait for the clerk';

export const beginToWaitForTheClerk = ({ scope }: MachineScope) =>
  new Pass(scope, BEGIN_TO_WAIT_FOR_THE_CLERK, {
    result: HALF_A_WORKING_DAY,
    resultPath: String(stuck.patience),
  });

export const waitForTheClerk = (office: MachineScope) =>
  askAndWait(office, 'Wait for the clerk to resume or give up', {
    wait: { kind: 'stuck' },
    patience: stuck.patience,
    reason: stuck.failure.Error,
  });

export const remindTheClerkToHelp = (office: MachineScope) =>
  remind(office, 'Remind the clerk to resume or give up', { kind: 'stuck' });

export const whatDidTheClerkChoose = ({ scope }: MachineScope) =>
  new Choice(scope, 'What did the clerk choose?');
export const theClerkGaveItUp = says(answered.answer.outcome, 'voided');

const remind = (office: MachineScope, name: string, wait: Told<Wait>) =>
  call(office, name, HAND_OFFS.remind, { told: { submissionId, wait }, answerTo: stuck.patience });

const close = (
  office: MachineScope,
  name: string,
  how: Closing['how'],
  reason: From<string> | null,
) => call(office, name, HAND_OFFS.close, { told: { submissionId, how, reason } });
