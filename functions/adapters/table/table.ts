// What is the table to those who read and write it? A client, a name, and somebody to tell of what cannot be read.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** How errors name it. */
export const DYNAMODB = 'DynamoDB';

/** A record that a list goes without, because it cannot be read: where it lies and what is wrong, without its words. */
export type LeftOut = { key: string; problems: string };

export type Table = {
  client: DynamoDBClient;
  name: string;
  /** Told of each. */
  leftOut?: (record: LeftOut) => void;
};
