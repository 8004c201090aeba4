// How does a browser upload with a form that somebody else signed? The form is checked against its
// signed policy and becomes the PUT it stands for (docs: "Browser-based uploads using POST").
import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import type { AwsRequest, Caller } from '../service.ts';
import { refuse } from '../signature-refusals.ts';
import { type Authenticated, hasSigned, readCredential } from '../sigv4.ts';
import { notImplemented } from './ask.ts';

const policyDocument = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

type Condition = z.infer<typeof policyDocument>['conditions'][number];

/** Fields that carry the signature itself or are the file: no condition need speak of them. */
const unconditioned = new Set(['file', 'policy', 'x-amz-signature']);

/** A form that was accepted: who signed it, the PUT it stands for, and the status its sender wants. */
type AcceptedForm = Authenticated & { put: AwsRequest; successStatus: number };

export const isForm = (request: AwsRequest): boolean => {
  const type = request.headers['content-type'] ?? '';
  const onBucket = /^\/[^/]+\/?$/.test(request.path);
  return request.method === 'POST' && onBucket && type.startsWith('multipart/form-data');
};

/**
 * Reads and judges a form. Refuses with the codes of a signature, with AccessDenied for an expired
 * policy or a condition that does not hold, EntityTooLarge or EntityTooSmall for the file's length.
 */
export const acceptForm = async (
  request: AwsRequest,
  callers: Caller[],
  now: Date,
): Promise<AcceptedForm> => {
  const { fields, file } = await readForm(request);
  const bucket = request.path.split('/')[1] ?? '';
  const { caller, service } = await signerOf(fields, callers);
  const policy = readPolicy(fields.get('policy') ?? '');
  if (now.getTime() > Date.parse(policy.expiration)) {
    throw denied('Invalid according to Policy: Policy expired.');
  }
  const values = new Map([...fields, ['bucket', bucket]]);
  for (const condition of policy.conditions) checkCondition(condition, values, file.length);
  const named = new Set(policy.conditions.flatMap(fieldsNamed));
  const extra = values.keys().find((name) => !named.has(name) && !unconditioned.has(name));
  if (extra !== undefined) {
    throw denied(`Invalid according to Policy: Extra input fields: ${extra}`);
  }
  const key = (fields.get('key') ?? '').split('/').map(encodeURIComponent).join('/');
  const path = `/${bucket}/${key}`;
  return {
    caller,
    service,
    put: {
      method: 'PUT',
      path,
      query: new URLSearchParams(),
      headers: headersOf(fields),
      body: file,
    },
    // 201 would want a document in the answer and is not in use; anything else means 204 on S3 too.
    successStatus: fields.get('success_action_status') === '200' ? 200 : 204,
  };
};

const becomesHeader =
  /^(content-(type|disposition|encoding|language)|cache-control|expires|x-amz-(meta|checksum)-.*)$/;

const ofTheForm =
  /^(key|bucket|policy|success_action_status|x-amz-(algorithm|credential|date|signature|security-token))$/;

const headersOf = (fields: Map<string, string>): Record<string, string> => {
  const others = [...fields].filter(([name]) => !ofTheForm.test(name));
  const unknown = others.find(([name]) => !becomesHeader.test(name));
  if (unknown) throw notImplemented(`the form field ${unknown[0]}`);
  return Object.fromEntries(others);
};

const readForm = async (
  request: AwsRequest,
): Promise<{ fields: Map<string, string>; file: Buffer }> => {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(request.body), { headers })
    .formData()
    .catch(() => {
      throw new AwsError(400, 'MalformedPOSTRequest', 'The body is not well-formed form data.');
    });
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  }
  const file = form.get('file');
  if (file === null) throw new AwsError(400, 'InvalidArgument', 'POST requires exactly one file.');
  const body = typeof file === 'string' ? Buffer.from(file) : Buffer.from(await file.arrayBuffer());
  fields.delete('file');
  if (!fields.get('key')) throw new AwsError(400, 'InvalidArgument', 'The form names no key.');
  const name = typeof file === 'string' ? '' : file.name;
  fields.set(
    'key',
    (fields.get('key') ?? '').replace(/\$\{filename\}/g, () => name),
  );
  return { fields, file: body };
};

const signerOf = async (fields: Map<string, string>, callers: Caller[]): Promise<Authenticated> => {
  const [policy, signature] = [fields.get('policy'), fields.get('x-amz-signature')];
  if (policy === undefined || signature === undefined) throw refuse('missing', 'xml');
  const { accessKeyId, scope } = readCredential(fields.get('x-amz-credential') ?? '', 'xml');
  if (scope.service !== 's3') throw refuse('malformed', 'xml');
  const caller = callers.find((one) => one.accessKeyId === accessKeyId);
  if (!caller) throw refuse('unknownKey', 'xml');
  // The string to sign is the policy as sent, still in base64.
  if (!(await hasSigned(caller, scope, policy, signature))) throw refuse('mismatch', 'xml');
  return { caller, service: scope.service };
};

const readPolicy = (encoded: string): z.infer<typeof policyDocument> => {
  try {
    return policyDocument.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw new AwsError(400, 'InvalidPolicyDocument', 'Invalid Policy: not readable here.');
  }
};

const checkCondition = (
  condition: Condition,
  values: Map<string, string>,
  length: number,
): void => {
  if (!Array.isArray(condition)) {
    for (const [name, wanted] of Object.entries(condition)) {
      if (values.get(name.toLowerCase()) !== wanted) throw failed(condition);
    }
    return;
  }
  if (condition[0] === 'content-length-range') {
    const [, shortest, longest] = condition;
    if (length > longest) throw tooLarge();
    if (length < shortest) {
      const message = 'Your proposed upload is smaller than the minimum allowed size';
      throw new AwsError(400, 'EntityTooSmall', message);
    }
    return;
  }
  const [comparison, name, wanted] = condition;
  const value = values.get(fieldOf(name));
  const holds = comparison === 'eq' ? value === wanted : value?.startsWith(wanted);
  if (!holds) throw failed(condition);
};

const fieldsNamed = (condition: Condition): string[] => {
  if (!Array.isArray(condition)) return Object.keys(condition).map((name) => name.toLowerCase());
  return condition[0] === 'content-length-range' ? [] : [fieldOf(condition[1])];
};

const fieldOf = (name: string): string => name.replace(/^\$/, '').toLowerCase();

const tooLarge = (): AwsError =>
  new AwsError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');

const failed = (condition: Condition): AwsError => {
  const shown = JSON.stringify(condition);
  return denied(`Invalid according to Policy: Policy Condition failed: ${shown}`);
};

const denied = (message: string): AwsError => new AwsError(403, 'AccessDenied', message);
