// Can this machine run the stack at all? If not, one sentence says what is missing.
import { spawnSync } from 'node:child_process';
import { LocalStackError } from './local-stack-error.ts';

/** DynamoDB Local 3 is compiled for it. */
const OLDEST_JAVA = 17;

export const JAVA_MISSING = `Java ${OLDEST_JAVA} or newer is missing; on Debian: apt-get install default-jre-headless, on macOS: brew install temurin.`;

/** DynamoDB Local needs Java; packages with native code were looked at when they were installed. */
export const checkMachine = (): void => {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(stderr?.match(/version "(\d+)/)?.[1] ?? 0);
  if (error || version < OLDEST_JAVA) throw new LocalStackError(JAVA_MISSING);
};
