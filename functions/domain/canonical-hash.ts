// How is a value hashed so that two machines agree? RFC 8785 canonical JSON, then SHA-256.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ReportContent } from './content/report-content.ts';
import type { ApprovalRound } from './directory/organization.ts';
import { Sha256 } from './ids.ts';

export const sha256 = (bytes: string | Uint8Array): Sha256 =>
  Sha256.parse(createHash('sha256').update(bytes).digest('hex'));

/** SHA-256 over RFC 8785 canonical JSON of a plain JSON value. */
export const canonicalHash = (value: unknown): Sha256 => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values have a canonical form');
  return sha256(text);
};

/** Without attachments it says nothing of them, so that what was submitted before there were any keeps its hash. */
const saidIn = ({ attachments, ...words }: ReportContent) =>
  attachments.length > 0 ? { ...words, attachments } : words;

/**
 * What the people of the chain decide on: the content with the hashes of its attachments, who is asked, and the layout that prints it.
 * Another word, another signer or another layout is another hash, and their decisions are void for it.
 */
export const contentHash = (
  content: ReportContent,
  chain: ApprovalRound[],
  layoutVersion: number,
): Sha256 => canonicalHash({ content: saidIn(content), chain, layoutVersion });
