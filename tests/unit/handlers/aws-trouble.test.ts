// Does whoever sets the system up hear in one sentence what AWS does not let them do?
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { WrittenLater } from '../../../functions/domain/written-later.ts';
import { sentenceOf } from '../../../functions/handlers/cli/aws-trouble.ts';

const PLACE = { region: 'ap-southeast-1', table: 'the-table', userPool: 'the-pool' };
const HERE = { ...PLACE, endpoint: 'http://127.0.0.1:4000' };
const named = (name: string, message = '') => Object.assign(new Error(message), { name });

test.each([
  ['CredentialsProviderError', /^There are no AWS credentials here: sign in/],
  ['ExpiredTokenException', /^AWS does not know these credentials, or no longer/],
  ['AccessDeniedException', /^These credentials may not do that: not authorized$/],
  ['ResourceNotFoundException', /the-table .* the-pool is not in ap-southeast-1/],
  [
    'ValidationException',
    /not as this version of the system makes it .* deploy this version first/,
  ],
  ['InvalidParameterException', /^The sign-in does not take that: not authorized$/],
  ['LimitExceededException', /could not be sent .* run this again/],
])('%s is one sentence', (name, sentence) => {
  expect(sentenceOf(named(name, 'not authorized'), PLACE)).toMatch(sentence);
});

test('what does not answer is another thing there than here', () => {
  expect(sentenceOf(new Unavailable('DynamoDB'), PLACE)).toMatch(/^DynamoDB did not answer: try/);
  expect(sentenceOf(new Unavailable('DynamoDB'), HERE)).toMatch(/is it running \(npm start\)\?$/);
});

test('what a later version wrote is for that version to read', () => {
  const error = new WrittenLater('DIRECTORY#FIRST', new z.ZodError([]));
  expect(sentenceOf(error, PLACE)).toMatch(/^DIRECTORY#FIRST was written .* deployed last\.$/);
});

test('what nobody foresaw is no sentence', () => {
  expect(sentenceOf(named('TypeError'), PLACE)).toBeNull();
});
