// Which refusals of AWS are worth asking again?
import { expect, test } from 'vitest';
import { answerOf } from '../../../functions/adapters/unavailable.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { sentenceOf } from '../../../functions/handlers/cli/aws-trouble.ts';

const named = (name: string) => Object.assign(new Error('said by AWS'), { name });
const PLACE = { region: 'ap-southeast-1', table: 'table', userPool: 'pool' };

test.each(['LimitExceededException', 'CodeDeliveryFailureException'])(
  'an invitation that is refused by %s may be sent later, and whoever set the system up hears so',
  async (name) => {
    const asked = answerOf('Cognito', Promise.reject(named(name)));
    const error: unknown = await asked.catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(Unavailable);
    expect(sentenceOf(error, PLACE)).toMatch(/could not be sent .* run this again/);
  },
);

test('a mistake of ours stays one', async () => {
  const mistake = named('InvalidParameterException');
  await expect(answerOf('Cognito', Promise.reject(mistake))).rejects.toBe(mistake);
});
