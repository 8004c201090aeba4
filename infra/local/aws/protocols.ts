// How do AWS's two wire protocols word a request and an answer? JSON for all services but S3, XML for S3.
import * as z from 'zod';
import { AwsError } from './aws-error.ts';
import type { AwsAnswer, AwsRequest } from './service.ts';

export type Protocol = 'json' | 'xml';

const jsonInput = z.record(z.string(), z.unknown());

export type JsonCall = { operation: string; input: Record<string, unknown> };

/**
 * The operation and input of an AWS JSON call, from `x-amz-target: Service.Operation` and the body.
 * Refuses with UnknownOperationException or SerializationException.
 */
export const readJsonCall = (request: AwsRequest): JsonCall => {
  const operation = request.headers['x-amz-target']?.split('.').at(-1);
  if (operation === undefined) {
    throw new AwsError(400, 'UnknownOperationException', 'The request names no x-amz-target.');
  }
  return { operation, input: readJson(request.body) };
};

const readJson = (body: Buffer): Record<string, unknown> => {
  if (body.length === 0) return {};
  try {
    return jsonInput.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new AwsError(400, 'SerializationException', 'The body is not a JSON object.');
  }
};

/** Reads one call's input; what does not fit is a ValidationException that names the field. */
export const readInput = <Schema extends z.ZodType>(
  schema: Schema,
  input: Record<string, unknown>,
): z.infer<Schema> => {
  const read = schema.safeParse(input);
  if (!read.success) {
    throw new AwsError(400, 'ValidationException', z.prettifyError(read.error));
  }
  return read.data;
};

export const jsonAnswer = (body: object, status = 200): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(body)),
});

export const xmlAnswer = (document: string, status = 200): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${document}`),
});

/** The children of an XML element: text, a nested element, or a repeated element. */
export type XmlContent = {
  [name: string]: string | number | XmlContent | XmlContent[] | undefined;
};

/** Writes one element. Undefined children are left out; a list repeats its element. */
export const xmlElement = (name: string, content: string | number | XmlContent): string => {
  if (typeof content !== 'object') return `<${name}>${escapeXml(String(content))}</${name}>`;
  const children = Object.entries(content).flatMap(([child, value]) => {
    if (value === undefined) return [];
    return [value].flat().map((one) => xmlElement(child, one));
  });
  return `<${name}>${children.join('')}</${name}>`;
};

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A refusal, worded as the protocol words it. */
export const errorAnswer = (protocol: Protocol, error: AwsError): AwsAnswer => {
  if (protocol === 'xml') {
    return xmlAnswer(
      xmlElement('Error', { Code: error.code, Message: error.message }),
      error.status,
    );
  }
  const answer = jsonAnswer({ __type: error.code, message: error.message }, error.status);
  // The REST services (Lambda, SES) are read by this header, the others by __type.
  answer.headers['x-amzn-errortype'] = error.code;
  return answer;
};
