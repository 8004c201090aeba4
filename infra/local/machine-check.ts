// Can this machine run the stack at all? One sentence says what is missing.
import { spawnSync } from 'node:child_process';
import { LocalStackError } from './local-stack-error.ts';

/** DynamoDB Local 3 is compiled for it. */
const OLDEST_JAVA = 17;

/** The PDF renderer is native code that exists for Linux x86-64; DynamoDB Local needs Java. */
export const checkMachine = (): void => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new LocalStackError(
      `The local stack runs on Linux x86-64, not on ${process.platform} ${process.arch}; use WSL2 or a container.`,
    );
  }
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(stderr?.match(/version "(\d+)/)?.[1] ?? 0);
  if (error || version < OLDEST_JAVA) {
    throw new LocalStackError(
      `Java ${OLDEST_JAVA} or newer is missing; on Debian: apt-get install default-jre-headless.`,
    );
  }
};
