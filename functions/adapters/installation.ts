// What was this system told when it was set up, and does it work? SES says of the domain that mail comes from, and of the
// account: in its sandbox it reaches nobody but addresses that were verified one by one.
import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { Installation } from '../use-cases/ports.ts';

export const installationOf = (told: {
  client: SESv2Client;
  mailFrom: string;
  provesTime: boolean;
}): Installation => ({
  provesTime: told.provesTime,
  mailLeaves: async () => {
    const EmailIdentity = told.mailFrom.split('@').at(-1) ?? told.mailFrom;
    try {
      const [domain, account] = await Promise.all([
        told.client.send(new GetEmailIdentityCommand({ EmailIdentity })),
        told.client.send(new GetAccountCommand({})),
      ]);
      return Boolean(
        domain.VerifiedForSendingStatus &&
          account.ProductionAccessEnabled &&
          account.SendingEnabled,
      );
    } catch (error) {
      // A right that is missing, a throttle, a broken network: nothing waits for the answer.
      return error instanceof NotFoundException ? false : null;
    }
  },
});
