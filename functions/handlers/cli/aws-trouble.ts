// What does AWS's refusal mean to whoever sets the system up? One sentence that says what to do.
import { Unavailable } from '../../domain/refusal.ts';
import { WrittenLater } from '../../domain/written-later.ts';
import type { Place } from './first-day-world.ts';

const SIGN_IN = 'sign in to AWS first (`aws sso login`), or name a profile by AWS_PROFILE';

type Trouble = { names: RegExp; sentence: (message: string, place: Place) => string };

const TROUBLES: Trouble[] = [
  {
    names: /^(CredentialsProviderError|TokenProviderError)$/,
    sentence: () => `There are no AWS credentials here: ${SIGN_IN}.`,
  },
  {
    names:
      /^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|IncompleteSignatureException|ExpiredToken(Exception)?)$/,
    sentence: (_, { endpoint }) =>
      endpoint === undefined
        ? `AWS does not know these credentials, or no longer: ${SIGN_IN}.`
        : 'The local stack that wrote this file has ended: is one running (npm start)?',
  },
  {
    names: /^(AccessDenied(Exception)?|NotAuthorizedException)$/,
    sentence: (message) => `These credentials may not do that: ${message}`,
  },
  {
    names: /^ResourceNotFoundException$/,
    sentence: (_, { table, userPool, region }) =>
      `The table ${table} or the user pool ${userPool} is not in ${region} for these credentials: they are of another account, or the system was removed.`,
  },
  {
    names: /^ValidationException$/,
    sentence: (message) =>
      `The table is not as this version of the system makes it (${message}): deploy this version first.`,
  },
  {
    names: /^InvalidParameterException$/,
    sentence: (message) => `The sign-in does not take that: ${message}`,
  },
  {
    names:
      /^(CodeDeliveryFailureException|LimitExceededException|InvalidEmailRoleAccessPolicyException)$/,
    sentence: (message) =>
      `The invitation could not be sent (${message}); run this again, and it is sent then.`,
  },
];

/** Null for what nobody foresaw. */
export const sentenceOf = (error: unknown, place: Place): string | null => {
  if (!(error instanceof Error)) return null;
  const said = error instanceof Unavailable && error.cause instanceof Error ? error.cause : error;
  const trouble = TROUBLES.find(({ names }) => names.test(said.name));
  if (trouble) return trouble.sentence(said.message, place);
  if (error instanceof WrittenLater)
    return `${error.message}. Run this again from the commit that was deployed last.`;
  if (error instanceof Unavailable)
    return place.endpoint === undefined
      ? `${error.message}: try again, and this goes on where it stopped.`
      : `The local stack does not answer at ${place.endpoint}: is it running (npm start)?`;
  return null;
};
