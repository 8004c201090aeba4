// Who is told how a submission ended, and in which words? Its drafter, whoever discovers that it is over.
import {
  type Submission,
  type SubmissionState,
  stateOf,
} from '../../domain/workflow/submission.ts';
import { tellDrafter } from '../effects/tell-people.ts';
import type { Needs } from '../world.ts';

const ENDINGS: Record<SubmissionState, string> = {
  inReview: 'đang được xử lý',
  issuing: 'đang phát hành',
  issued: 'đã ban hành',
  returned: 'bị trả lại',
  withdrawn: 'đã rút',
  rejected: 'không được duyệt',
  replaced: 'được người ký quyết định lại độ khẩn, đang chờ ký',
  handedBack: 'bị trả lại',
  voided: 'chưa phát hành được, số đã hủy',
};

type Teller = Needs<'submissions' | 'directory' | 'clock' | 'mail'>;

/** The drafter learns how it ended, and whether other words were proposed. */
export const tellOfEnd = async (world: Teller, submission: Submission): Promise<void> => {
  const { id, drafterId, subject } = submission;
  const state = stateOf(submission);
  const isCorrected = state === 'returned' && (await world.submissions.correction(id)) !== null;
  const how = isCorrected ? `${ENDINGS.returned}, kèm đề nghị sửa` : ENDINGS[state];
  return tellDrafter(world, { drafterId, subject, how });
};
