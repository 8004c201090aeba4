// How does mail leave? By SES, as plain text in UTF-8, to each person alone: nobody sees who else was told, and an
// address that is refused costs nobody else their mail.
import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { CORRELATION_HEADER, type Origin } from '../contracts/correlation.ts';
import type { Addressee, Mail, MailText } from '../use-cases/ports.ts';

/** What kind of failure it was. Its message is left out: SES names addresses there. */
const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  // A broken network says what it is in its code.
  return 'code' in error ? String(error.code) : error.name;
};

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' });

export const mailFrom = (post: {
  client: SESv2Client;
  from: string;
  /** Where the app is: the only link in a mail, and it does nothing by itself. */
  webUrl: string;
  /** Hears of each mail that did not leave, and why, so that it is counted and shown. */
  unsent: (reader: Addressee, mail: MailText, why: string) => Promise<void>;
  /** Hears of each mail that SES has taken, and by which name. */
  sent?: (messageId: string | undefined) => void;
  /** What each mail says of where it came from, for whoever is shown one and looks for its cause. */
  origin?: () => Origin;
}): Mail => ({
  // Side by side: whoever waits for them to leave waits as long as for one, though the post may not answer.
  send: async ({ to, subject, text }) => {
    const { correlationId } = post.origin?.() ?? {};
    const headers = correlationId && [{ Name: CORRELATION_HEADER, Value: correlationId }];
    const sendTo = async (reader: Addressee) => {
      const command = new SendEmailCommand({
        FromEmailAddress: post.from,
        Destination: { ToAddresses: [reader.email] },
        Content: {
          Simple: {
            Subject: utf8(subject),
            Body: { Text: utf8(`${text}\n\nTrình Ký: ${post.webUrl}\n`) },
            ...(headers && { Headers: headers }),
          },
        },
      });
      // Whatever it is: a sandbox, a paused account, a suppressed address, a throttle, a right that is missing.
      await post.client.send(command).then(
        ({ MessageId }) => post.sent?.(MessageId),
        (error: unknown) => post.unsent(reader, { subject, text }, kindOf(error)),
      );
    };
    await Promise.all(to.map(sendTo));
  },
});
