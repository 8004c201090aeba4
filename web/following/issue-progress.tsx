// What is seen of an issue by whoever has pressed for it? The step that it is at, and that they may leave.
import type { SubmissionView } from '../../functions/contracts/views.ts';
import { Progress } from '../parts/progress.tsx';
import { words } from '../words/words.ts';
import { issueSteps, issueWords } from './issue-steps.ts';

export const IssueProgress = ({ submission }: { submission: SubmissionView }) =>
  submission.issueStep !== null && (
    <Progress
      name={words.journey.issue}
      steps={issueSteps(submission)}
      said={issueWords(submission)}
    />
  );
