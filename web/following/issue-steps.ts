// How far has the issue of a document come that all have agreed to, and what does it wait for?
import type { SubmissionView } from '../../functions/contracts/views.ts';
import type { IssueStep } from '../../functions/domain/workflow/issue-step.ts';
import type { Step } from '../parts/progress.tsx';
import { words } from '../words/words.ts';

type Issuing = Pick<SubmissionView, 'status' | 'issueStep' | 'stuck' | 'waitingForSeal'>;

const said = words.journey;
/** In their order, as they are named. */
const STEPS = Object.keys(said.steps) as IssueStep[];

/** Those before the step that it is at are done; all are when everybody has it. None where there is no issue. */
export const issueSteps = (submission: Issuing): Step[] => {
  const { status, issueStep, stuck } = submission;
  if (issueStep === null && status !== 'issued') return [];
  const at = issueStep === null ? STEPS.length : STEPS.indexOf(issueStep);
  const here = stuck ? 'ended' : 'present';
  return STEPS.map((key, step) => ({
    key,
    name: said.steps[key],
    state: step < at ? 'done' : step === at ? here : 'ahead',
  }));
};

/** `Bước 3/5: …`, and that nobody need stay for it; or who has to do something. */
export const issueWords = (submission: Issuing): string => {
  const { issueStep, stuck, waitingForSeal } = submission;
  if (issueStep === null) return words.life.reportStatus.issued;
  const place = said.at(STEPS.indexOf(issueStep) + 1, STEPS.length, said.steps[issueStep]);
  if (stuck) return said.stopped(place);
  return waitingForSeal ? said.waitsForSeal(place) : said.goesOn(place);
};
