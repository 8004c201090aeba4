// What is the table to those who read and write it? A client, a name, and somebody to tell of what cannot be read and of what has happened.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DeliveryId, ReportId } from '../../domain/ids.ts';

/** How errors name it. */
export const DYNAMODB = 'DynamoDB';

/** A record that a list goes without, because it cannot be read: where it lies and what is wrong, without its words. */
export type LeftOut = { key: string; problems: string };

/** What a change has written down: what kind of event, and of what. */
export type Happened = {
  kind: string;
  reportId?: ReportId | undefined;
  deliveryId?: DeliveryId | undefined;
};

export type Table = {
  client: DynamoDBClient;
  name: string;
  /** Told of each. */
  leftOut?: (record: LeftOut) => void;
  /** Told of each event when it is written, and once: the log of the office's day. */
  happened?: (event: Happened) => void;
};
