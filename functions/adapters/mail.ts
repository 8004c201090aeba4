// How does mail leave? By SES, as plain text in UTF-8, to each person alone: nobody sees who else was told.
import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail } from '../use-cases/ports.ts';
import { answerOf } from './unavailable.ts';

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' });

export const mailFrom = (post: {
  client: SESv2Client;
  from: string;
  /** Where the app is: the only link in a letter, and it does nothing by itself. */
  webUrl: string;
}): Mail => ({
  send: async ({ to, subject, text }) => {
    for (const address of to) {
      const letter = new SendEmailCommand({
        FromEmailAddress: post.from,
        Destination: { ToAddresses: [address] },
        Content: {
          Simple: {
            Subject: utf8(subject),
            Body: { Text: utf8(`${text}\n\nTrình Ký: ${post.webUrl}\n`) },
          },
        },
      });
      await answerOf('SES', post.client.send(letter));
    }
  },
});
