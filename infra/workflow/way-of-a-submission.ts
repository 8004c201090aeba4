// Which way does a submission go? From top to bottom, as the office does it; what each state does stands in states.ts.
import { JsonPath, type State } from 'aws-cdk-lib/aws-stepfunctions';
import { REFUSAL_CODES } from '../../functions/domain/refusal.ts';
import type { MachineScope } from './calling.ts';
import * as states from './states.ts';

/** Nobody has answered in time. */
const TIME_TO_REMIND = { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD };
const ON_FAILURE = { resultPath: states.THE_FAILURE };
/**
 * What people have agreed to is given up only for what the drafter can mend: a refusal, by its name. What nobody foresaw,
 * a crash or something that never answers, is for the clerk to try again. While people are still being asked it ends the
 * turn, with its own error in the history: the submission is marked (mark-stopped.ts), and the clerk's press begins the
 * next turn, or whoever's it is to decide, which asks those who have not. When all have agreed, it waits for the clerk.
 */
const REFUSED = { ...ON_FAILURE, errors: [...REFUSAL_CODES] };
/** A mail that cannot be sent changes nothing: the next reminder is tried in its time, and an end is an end. */
const THOUGH_UNSENT = { resultPath: JsonPath.DISCARD };
/** It is owed until somebody has seen it: the sweep looks again. */
const LEFT_TO_THE_SWEEP = { resultPath: JsonPath.DISCARD };
/** The number was taken although the reservation was not heard of: that is for the clerk, with the first failure as reason. */
const NUMBER_IS_TAKEN = { errors: ['status_wrong'], resultPath: JsonPath.DISCARD };

/** The first state; all others hang on it. */
export const wayOfASubmission = (office: MachineScope): State => {
  const prepare = states.prepareTheSubmission(office);
  const renderPage = states.renderThePageToDecideOn(office);
  const howFar = states.howFarHasItCome(office);
  const isAnybodyLeft = states.isAnybodyLeftToAsk(office);
  const ask = states.askThePeopleOfThisRound(office);
  const remind = states.remindThem(office);
  const whatDidTheyDecide = states.whatDidTheyDecide(office);
  const countTheRound = states.countTheRound(office);
  const renderOnceMore = states.renderThePageOnceMore(office);
  const trySigner = states.tryTheSignersKey(office);
  const tryAgency = states.tryTheAgencysKey(office);
  const reserve = states.reserveNumberAndDate(office);
  const renderNumbered = states.renderWithNumberAndDate(office);
  const sign = states.sign(office);
  const whoSeals = states.whoLetsTheSealBeApplied(office);
  const beginToWaitForSeal = states.beginToWaitForTheSeal(office);
  const askForSeal = states.askTheClerkToSeal(office);
  const remindToSeal = states.remindTheClerkToSeal(office);
  const seal = states.seal(office);
  const store = states.storeTheFilesWriteOnce(office);
  const complete = states.completeTheRegister(office);
  const deliver = states.deliverToEveryRecipient(office);
  const everybodyHasIt = states.seeThatEverybodyHasIt(office);
  const closeAsDecided = states.closeAsDecided(office);
  const handBack = states.handBackToTheDrafter(office);
  const beginToWait = states.beginToWaitForTheClerk(office);
  const waitForTheClerk = states.waitForTheClerk(office);
  const remindToHelp = states.remindTheClerkToHelp(office);
  const whatDidTheClerkChoose = states.whatDidTheClerkChoose(office);
  const tellTheDrafter = states.tellTheDrafterHowItEnded(office);
  const closed = states.closed(office);

  prepare.next(howFar);
  howFar
    .when(states.itIsOver, closeAsDecided)
    .when(states.itIsIssued, deliver)
    .when(states.itHasItsNumber, reserve)
    .otherwise(renderPage);
  renderPage.next(isAnybodyLeft);

  isAnybodyLeft.when(states.aRoundIsLeft, ask).otherwise(renderOnceMore);
  ask.addCatch(remind, TIME_TO_REMIND).next(whatDidTheyDecide);
  remind.addCatch(ask, THOUGH_UNSENT).next(ask);
  whatDidTheyDecide.when(states.theyAgreed, countTheRound).otherwise(closeAsDecided);
  countTheRound.next(isAnybodyLeft);
  closeAsDecided.next(tellTheDrafter);

  renderOnceMore.next(trySigner).next(tryAgency).next(reserve);
  for (const state of [prepare, renderPage, ask]) state.addCatch(handBack, REFUSED);
  for (const state of [renderOnceMore, trySigner, tryAgency, reserve]) {
    state.addCatch(handBack, REFUSED).addCatch(beginToWait, ON_FAILURE);
  }
  handBack.addCatch(beginToWait, NUMBER_IS_TAKEN).next(tellTheDrafter);

  reserve.next(renderNumbered).next(sign).next(whoSeals);
  whoSeals.when(states.theClerkDoes, beginToWaitForSeal).otherwise(seal);
  beginToWaitForSeal.next(askForSeal);
  askForSeal.addCatch(remindToSeal, TIME_TO_REMIND).next(seal);
  remindToSeal.addCatch(askForSeal, THOUGH_UNSENT).next(askForSeal);
  seal.next(store).next(complete).next(deliver).next(everybodyHasIt).next(tellTheDrafter);
  everybodyHasIt.addCatch(tellTheDrafter, LEFT_TO_THE_SWEEP);
  for (const state of [renderNumbered, sign, askForSeal, seal, store, complete, deliver]) {
    state.addCatch(beginToWait, ON_FAILURE);
  }

  beginToWait.next(waitForTheClerk);
  waitForTheClerk.addCatch(remindToHelp, TIME_TO_REMIND).next(whatDidTheClerkChoose);
  remindToHelp.addCatch(waitForTheClerk, THOUGH_UNSENT).next(waitForTheClerk);
  whatDidTheClerkChoose
    .when(states.theClerkGaveItUp, closeAsDecided)
    .when(states.aNumberIsKnown, renderNumbered)
    .when(states.itIsPrepared, renderOnceMore)
    .otherwise(prepare);

  tellTheDrafter.addCatch(closed, THOUGH_UNSENT).next(closed);
  return prepare;
};
