// Who answers the real AWS clients in the signing tests? One small server with one secret and one key; it keeps what it was asked.
// Not faked: the clients, the wire, the keys' mathematics. Faked: credentials, policies and every other operation.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

export type AwsCall = { operation: string; input: Record<string, unknown> };
export type AwsReply = { status: number; body: Record<string, unknown> };

export type AwsEndpoint = {
  asked: AwsCall[];
  clients: { secrets: SecretsManagerClient; kms: KMSClient };
  close(): void;
};

export const startAwsEndpoint = async (
  answer: (question: AwsCall) => AwsReply | Promise<AwsReply>,
): Promise<AwsEndpoint> => {
  const asked: AwsCall[] = [];
  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const question = { operation, input: JSON.parse(await text(request)) };
    asked.push(question);
    const { status, body } = await answer(question);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const settings = {
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  return {
    asked,
    clients: { secrets: new SecretsManagerClient(settings), kms: new KMSClient(settings) },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
