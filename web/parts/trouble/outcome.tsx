// What stands where a press was refused? Why, in words of that press, and the way to what mends it.
import type { ComponentProps } from 'react';
import { ProblemError } from '../../api/problem.ts';
import type { RefusedPress, RefusedWords } from '../../words/vi/refused.ts';
import { words } from '../../words/words.ts';
import { Failed, failureWords } from './failed.tsx';
import { Way } from './ways.tsx';

const ownWords = (error: unknown, press: RefusedPress | undefined): string | undefined => {
  const own: RefusedWords = press ? words.refused[press] : {};
  return error instanceof ProblemError ? own[error.code] : undefined;
};

/** `press` was refused, which has words of its own for some codes. */
export const problemWords = (error: unknown, press?: RefusedPress): string =>
  failureWords(error, ownWords(error, press));

/** A problem in words, and the way to what mends it. `of` is the press that it befell. */
export const Trouble = ({
  of: press,
  children,
  ...failed
}: Omit<ComponentProps<typeof Failed>, 'own'> & { of?: RefusedPress | undefined }) => {
  const { error } = failed;
  return (
    <Failed {...failed} own={ownWords(error, press)}>
      {children}
      {press && error instanceof ProblemError && <Way code={error.code} of={press} />}
    </Failed>
  );
};
