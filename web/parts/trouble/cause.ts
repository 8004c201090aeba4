// Why could a document not be issued? The reason that the workflow was given, in people's words.
import { words } from '../../words/words.ts';

/** What is our own mistake is the administrator's to hear of, with its name. */
export const causeWords = (reason: string): string => {
  const known: Record<string, string> = { ...words.problems, ...words.registry.causes };
  return known[reason] ?? `${words.registry.otherCause} (${reason})`;
};
