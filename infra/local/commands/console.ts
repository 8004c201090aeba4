// What does the person at the terminal see and decide? Ports, greeting, one sentence for what fails, and Ctrl-C.

import { dutiesOf, LIST_PATH } from '../sign-in/page.ts';
import type { Stack } from '../stack.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';

const portOf = (name: string, usual: number): number => {
  const given = process.env[name];
  const port = given === undefined || given === '' ? usual : Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new LocalStackError(`${name}=${given} is no port.`);
};

/** The app's address and the files' address; another origin, so that no file runs in the app's name. */
export const portsOf = () => ({
  port: portOf('PORT', 3000),
  filesPort: portOf('FILES_PORT', 3001),
});

/** `FIRST_DAY=empty` begins with nobody, as on AWS; `cli bootstrap` lets the first in. */
export const firstDayOf = (): 'cast' | 'empty' => {
  const given = process.env.FIRST_DAY || 'cast';
  if (given === 'cast' || given === 'empty') return given;
  throw new LocalStackError(`FIRST_DAY=${given} is neither cast nor empty.`);
};

export const greet = async (stack: Stack): Promise<void> => {
  const known = await stack.people();
  const width = Math.max(0, ...known.map(({ name }) => name.length));
  const people = known.map(
    (person) => `  ${person.name.padEnd(width)}  ${dutiesOf(person)} (${person.organization})`,
  );
  console.log(`
Trình Ký: ${stack.url}

Đăng nhập và đổi người: ${stack.url}${LIST_PATH}, một lần bấm (mật khẩu chung: ${stack.password}):
${people.join('\n') || '  (nobody yet: npm run -s cli -- bootstrap OFFICE.json --at .local/deployment.json)'}

Thư điện tử: ${stack.url}/mail    Tệp: ${stack.filesUrl}

Different from AWS: sign-in, S3, KMS, secrets, Step Functions and the gateway are stand-ins on
127.0.0.1 without TLS; mail is shown and not sent, and gone after a restart; alarms are said here;
WAF, logs in CloudWatch and backups are not there; keys and certificates are for trials only.
Data: .local/ (npm run reset clears it). Ctrl-C stops.
`);
};

/** CloudWatch judges every minute as well. */
const MINUTE = 60_000;

/** Says when an alarm begins to ring, in the words of its mail. */
export const sayAlarms = ({ watching }: Stack): void => {
  let ringing: string[] = [];
  const look = () => {
    const now = watching.alarms().filter(({ state }) => state === 'ALARM');
    for (const { name, description } of now) {
      if (!ringing.includes(name)) console.error(`ALARM ${name}: ${description}`);
    }
    ringing = now.map(({ name }) => name);
  };
  setInterval(look, MINUTE).unref();
};

/** Runs a command; what is wrong is said in one sentence, with exit code 1. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof LocalStackError ? error.message : error);
    process.exit(1);
  }
};

/** The first Ctrl-C stops in order, the second at once: nothing is lost either way. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
};
