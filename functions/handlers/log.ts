// What goes to the log? One JSON line with codes and ids; never a body, a token, a name or an address.
import { asWritten } from './source-place.ts';

type Facts = Record<string, string | number | boolean | null | undefined>;

export const log = (level: 'info' | 'warn' | 'error', message: string, facts: Facts = {}): void =>
  console[level](JSON.stringify({ level, message, ...facts }));

/** The name and the stack of an error, whose message may hold what a person typed. */
export const logError = (message: string, error: unknown, facts: Facts = {}): void => {
  const { name, stack } = error instanceof Error ? error : new Error('not an error');
  const frames = stack?.split('\n').filter((frame) => frame.trimStart().startsWith('at ')) ?? [];
  const told = asWritten(frames.slice(0, 8)).join('\n');
  log('error', message, { ...facts, error: name, stack: told });
};
