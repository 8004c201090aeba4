// What does AWS say? Asked through its own CLI, which the pages go out by as well: one way to be known to AWS, with profiles, SSO and all.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Why AWS did not answer: its own word for it (`AccessDenied`), and what was asked (`GetAccount`). */
export class AwsRefusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'AwsRefusal';
    this.code = code;
  }
}

/** The words behind `aws`; what it answers, read as JSON, or its text where that is all. Throws an AwsRefusal. */
export type AskAws = (...words: string[]) => Promise<unknown>;

/** Several hundred stacks, described. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** `An error occurred (AccessDenied) when calling the GetAccount operation: …`; or the CLI's own words, in the last line. */
export const refusalIn = (said: string): AwsRefusal => {
  const [, code, operation] = /\((\w+)\) when calling the (\w+) operation/.exec(said) ?? [];
  if (code && operation) return new AwsRefusal(code, `${code} at ${operation}`);
  const line = said.trim().split('\n').at(-1) ?? '';
  return new AwsRefusal('Unanswered', line.replace(/\.$/, '') || 'the AWS CLI says nothing');
};

export const askAws: AskAws = async (...words) => {
  try {
    const { stdout } = await promisify(execFile)('aws', [...words, '--output', 'json'], {
      maxBuffer: LONGEST_ANSWER,
      // Nobody leafs through it.
      env: { ...process.env, AWS_PAGER: '' },
    });
    const said = stdout.trim();
    if (said === '') return {};
    return said.startsWith('{') ? JSON.parse(said) : said;
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string };
    if (code === 'ENOENT') throw new AwsRefusal('NoCli', 'the AWS CLI is not installed');
    if (stderr === undefined) throw error;
    throw refusalIn(stderr);
  }
};
