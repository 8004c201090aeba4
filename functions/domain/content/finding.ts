// What does the decree's check find in a document, and how is it put right?
import * as z from 'zod';
import type { ReportContent } from './report-content.ts';

/** The way to a field or a block, from the content: `['blocks', 3, 'runs', 0, 'text']`. */
const Path = z.array(z.union([z.string().max(50), z.number().int()])).max(12);
export type Path = z.infer<typeof Path>;

/** JSON Patch (RFC 6902), of which three operations are enough. */
const Patch = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('replace'), path: Path, value: z.unknown() }),
  z.strictObject({ op: z.literal('add'), path: Path, value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: Path }),
]);
export type Patch = z.infer<typeof Patch>;

export const Finding = z.strictObject({
  /** The rule's name; it stays, so that a finding can be passed over by it. */
  rule: z.string().max(60),
  /** An error refuses: a part or a template's blank is not filled in, the document is secret, cannot be printed, or bears another's signature. */
  severity: z.enum(['error', 'warning']),
  /** Article or annex of Decree 30/2020; `house` where it is practice. */
  source: z.string().max(60),
  path: Path,
  vi: z.string().max(500),
  en: z.string().max(500),
  /** What a press can do about it. */
  fix: z.array(Patch).max(60).nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** What was found in a version when it was submitted, kept with it: a warning was passed over knowingly. */
export const KeptFinding = Finding.pick({
  rule: true,
  severity: true,
  path: true,
  vi: true,
  en: true,
});
export type KeptFinding = z.infer<typeof KeptFinding>;

/** Most findings kept with a version: some 600 bytes each, in an item that may have 400 KB. */
export const MOST_KEPT = 100;

/** Most findings of one check: whoever has more starts with these. */
export const MOST_FINDINGS = 500;

const patched = (value: unknown, path: Path, patch: Patch): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return patch.op === 'remove' ? value : patch.value;
  if (Array.isArray(value)) {
    const at = Number(step);
    if (rest.length > 0) return value.with(at, patched(value[at], rest, patch));
    if (patch.op === 'remove') return value.toSpliced(at, 1);
    return patch.op === 'add' ? value.toSpliced(at, 0, patch.value) : value.with(at, patch.value);
  }
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [step]: patched((value as Record<string, unknown>)[step], rest, patch) };
};

/**
 * The content after a finding's fix; nothing else changes, and what does not fit elsewhere stays as it is. Patches apply
 * one after another.
 */
export const applyFix = (content: ReportContent, fix: readonly Patch[]): ReportContent =>
  fix.reduce<unknown>(
    (value, patch) => patched(value, patch.path, patch),
    content,
  ) as ReportContent;
