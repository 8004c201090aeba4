// How is a verdict stored? Under the SHA-256 of the file, the latest one, until it ends by itself. It is read by the code alone that
// wrote it (`by` says so), so its form is known; whether it is undamaged is told by its own hash.
import * as z from 'zod';
import { sha256 } from '../../domain/canonical-hash.ts';
import { Instant, Sha256 } from '../../domain/ids.ts';
import type { Verdict } from '../../use-cases/ports.ts';
import { compress, decompress } from './compressed-json.ts';
import type { Item, Read } from './item.ts';
import { verdictKey } from './keys.ts';

const VerdictRecord = z.strictObject({
  sha256: Sha256,
  by: Sha256,
  from: Instant,
  until: Instant,
  /** Of the compressed report. */
  report: Sha256,
});

export const verdictItem = ({ report, ...verdict }: Verdict): Item & { content: Uint8Array } => {
  const content = compress(report);
  return {
    ...verdictKey(verdict.sha256),
    record: VerdictRecord.parse({ ...verdict, report: sha256(content) }),
    content,
    ttl: Math.ceil(Date.parse(verdict.until) / 1_000),
  };
};

export const verdictIn = ({ record, content }: Read): Verdict => {
  const { report: hash, ...verdict } = VerdictRecord.parse(record);
  if (content === undefined || sha256(content) !== hash) throw new Error('the verdict is damaged');
  return { ...verdict, report: decompress(content) as Verdict['report'] };
};
