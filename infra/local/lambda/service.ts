// How does one function call another? By Lambda's own API, called like every other service.

import { AwsError } from '../aws/aws-error.ts';
import type { AwsRequest, Service } from '../aws/service.ts';
import type { DeployedFunction } from '../template/assembly.ts';
import type { Functions } from './functions.ts';

const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Invoke, waiting for the answer or not, and nothing else. What is not waited for is not tried again here. */
export const lambdaService = (
  functions: Functions,
  deployed: () => DeployedFunction[],
): Service => {
  const asked = ({ method, path }: AwsRequest): DeployedFunction => {
    const name = decodeURIComponent(INVOCATION.exec(path)?.[1] ?? '');
    if (method !== 'POST' || name === '') {
      throw new AwsError(501, 'NotImplemented', `lambda: ${method} ${path} is not answered here.`);
    }
    const found = deployed().find((one) => one.name === name || one.arn === name);
    if (found) return found;
    throw new AwsError(404, 'ResourceNotFoundException', `Function not found: ${name}`);
  };
  return (request) => {
    const { name, arn } = asked(request);
    const answer = async () => {
      const event = JSON.parse(request.body.toString() || '{}');
      if (request.headers['x-amz-invocation-type'] === 'Event') {
        void functions.invoke(name, event);
        return { status: 202, headers: {}, body: Buffer.alloc(0) };
      }
      const { payload, failure } = await functions.invoke(name, event);
      if (failure?.errorType === 'RequestEntityTooLargeException') {
        throw new AwsError(413, failure.errorType, failure.errorMessage);
      }
      return {
        status: 200,
        headers: {
          'content-type': 'application/json',
          ...(failure && { 'x-amz-function-error': 'Unhandled' }),
        },
        body: Buffer.from(JSON.stringify(failure ?? payload)),
      };
    };
    const needs = [{ action: 'lambda:InvokeFunction', resources: [arn], context: {} }];
    return { action: 'lambda:Invoke', needs, answer };
  };
};
