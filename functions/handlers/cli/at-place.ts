// How does a command reach what was deployed? By the adapters of the functions, and says in one sentence what AWS refuses.
import { sentenceOf } from './aws-trouble.ts';
import { openFirstDay, type Place } from './first-day-world.ts';
import { Refused } from './refused.ts';

export const atPlace = async <Result>(
  place: Place,
  act: (opened: ReturnType<typeof openFirstDay>) => Promise<Result>,
): Promise<Result> => {
  const opened = openFirstDay(place);
  try {
    return await act(opened);
  } catch (error) {
    const sentence = sentenceOf(error, place);
    throw sentence === null ? error : new Refused(1, sentence);
  } finally {
    opened.close();
  }
};
