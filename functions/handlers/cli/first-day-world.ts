// Which adapters stand behind the first day? Those of the functions, called by whoever sets the system up: at the command
// line, on AWS as on one machine, and by the local stack, which begins in the same way.
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { accountsIn } from '../../adapters/accounts.ts';
import { idsBy, systemClock } from '../../adapters/clock-and-ids.ts';
import { directoryIn } from '../../adapters/table/directory.ts';
import { directoryDeskIn } from '../../adapters/table/directory-desk.ts';
import { firstDayDeskIn } from '../../adapters/table/first-day-desk.ts';
import { trustDeskIn } from '../../adapters/table/trust-desk.ts';
import type { Deployment, LocalDeployment } from '../../contracts/deployment.ts';
import type { FirstDayWorld } from '../../use-cases/operation/bootstrap.ts';

/** On AWS the SDK finds the caller's own credentials; one machine says its own. */
export type Place = Pick<Deployment, 'region' | 'table' | 'userPool'> &
  Partial<Pick<LocalDeployment, 'endpoint' | 'credentials'>>;

export const openFirstDay = ({ table: name, userPool, ...at }: Place) => {
  const [dynamoDb, cognito] = [new DynamoDBClient(at), new CognitoIdentityProviderClient(at)];
  const table = { client: dynamoDb, name };
  const world: FirstDayWorld = {
    clock: systemClock,
    ids: idsBy(systemClock),
    directory: directoryIn(table),
    directoryDesk: directoryDeskIn(table),
    accounts: accountsIn(cognito, userPool),
    firstDayDesk: firstDayDeskIn(table),
    trustDesk: trustDeskIn(table),
  };
  const close = () => {
    dynamoDb.destroy();
    cognito.destroy();
  };
  return { world, table, close };
};
