// How is a press stored (an idempotency record)? Its mark, written in the transaction of what it did; and its answer.
// Two items side by side, kept for a day.
import * as z from 'zod';
import { Instant, Sha256 } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import { Answer, Effect, type Mark, type Press } from '../../domain/press.ts';
import { compress, decompress } from './compressed-json.ts';
import type { Item, Read } from './item.ts';
import { answerKey, effectKey } from './keys.ts';

/** A browser or a person tries again within minutes; a day also covers the machine that was closed overnight. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** `until`: DynamoDB removes items within two days of their time, so the time itself counts. */
const Kept = z.strictObject({ hash: Sha256, until: Instant });
const EffectRecord = Kept.extend(Effect.shape);

const keptUntil = (at: Instant) => {
  const milliseconds = Date.parse(at) + KEPT_MS;
  return { until: instantOf(milliseconds), ttl: Math.floor(milliseconds / 1000) };
};

export const effectItem = ({ press, made }: Mark): Item => {
  const { until, ttl } = keptUntil(press.at);
  return { ...effectKey(press), record: { hash: press.hash, until, made }, ttl };
};

export const answerItem = (press: Press, answer: Answer): Item => {
  const { until, ttl } = keptUntil(press.at);
  return {
    ...answerKey(press),
    record: { hash: press.hash, until },
    content: compress(answer),
    ttl,
  };
};

/** Whose item it is, and whether it still counts. */
export const keptIn = ({ record }: Read): z.infer<typeof Kept> => Kept.loose().parse(record);

export const effectIn = ({ record }: Read): Effect => {
  const { made } = EffectRecord.parse(record);
  return { made };
};

export const answerIn = ({ content }: Read): Answer => Answer.parse(content && decompress(content));
