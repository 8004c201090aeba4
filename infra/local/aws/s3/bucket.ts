// How does a bucket lie on disk? Two files for each version: its bytes, then a description whose
// arrival makes the version exist. A kill between the two leaves bytes that nobody names.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readKept } from '../../this-machine/kept-json.ts';
import { AwsError } from '../aws-error.ts';
import { writeWhole } from '../write-whole.ts';
import type { CorsRule } from './cors.ts';
import { turns } from './turns.ts';

/** A rule of a bucket's lifecycle: what lies under the prefix is gone after so many days. */
type Expiry = { prefix: string; days: number };

/** What the template says of a bucket. */
export type BucketSettings = {
  name: string;
  versioned: boolean;
  objectLock?: { mode: RetentionMode; days: number };
  cors?: CorsRule[];
  expiry?: Expiry[];
};

const retentionMode = z.enum(['GOVERNANCE', 'COMPLIANCE']);
type RetentionMode = z.infer<typeof retentionMode>;

const retention = z.object({ mode: retentionMode, until: z.iso.datetime() });
export type Retention = z.infer<typeof retention>;

const version = z.object({
  key: z.string(),
  versionId: z.string(),
  /** Grows with each write to the bucket: the order of versions. */
  sequence: z.number(),
  at: z.iso.datetime(),
  deleteMarker: z.boolean(),
  size: z.number(),
  etag: z.string(),
  /** Stored headers: content-*, cache-control, x-amz-meta-*, and the checksum the uploader sent. */
  headers: z.record(z.string(), z.string()),
  retention: retention.optional(),
});

/** One version of an object, or the marker that says it was deleted. */
export type ObjectVersion = z.infer<typeof version>;

type NewObject = {
  body: Buffer;
  headers: Record<string, string>;
  retention?: Retention | undefined;
  /** `If-None-Match: *`: refuses with PreconditionFailed when the key is taken. */
  onlyIfAbsent?: boolean;
};

const dayMs = 24 * 60 * 60 * 1000;

export type LocalBucket = Awaited<ReturnType<typeof openBucket>>;

/** Opens a bucket's folder, sweeps what its lifecycle has let expire, and serves its versions. */
export const openBucket = async (parent: string, settings: BucketSettings, now: () => Date) => {
  const folder = join(parent, settings.name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const inTurn = turns();
  const versions = new Map<string, ObjectVersion[]>();
  let sequence = 0;

  const load = async (): Promise<void> => {
    const files = await readdir(folder);
    const described = files.filter((file) => file.endsWith('.json'));
    const found = described.map((file) => readKept(join(folder, file), version));
    for (const one of found.sort((a, b) => a.sequence - b.sequence)) {
      sequence = one.sequence;
      await add(one);
    }
    const named = new Set(described.map((file) => file.replace(/json$/, 'bytes')));
    const orphans = files.filter((file) => !file.endsWith('.json') && !named.has(file));
    await Promise.all(orphans.map((file) => rm(join(folder, file))));
    await sweep();
  };

  const sweep = async (): Promise<void> => {
    for (const { prefix, days } of settings.expiry ?? []) {
      const oldest = now().getTime() - days * dayMs;
      for (const one of [...versions.values()].flat()) {
        const isOver = one.key.startsWith(prefix) && Date.parse(one.at) < oldest;
        if (isOver && !isLocked(one)) await erase(one);
      }
    }
  };

  /** The newest comes first; without versioning it takes the place of the older one. */
  const add = async (one: ObjectVersion): Promise<void> => {
    const older = versions.get(one.key) ?? [];
    if (settings.versioned) {
      versions.set(one.key, [one, ...older]);
      return;
    }
    versions.set(one.key, [one]);
    for (const replaced of older) await removeFiles(replaced);
  };

  const erase = async (one: ObjectVersion): Promise<void> => {
    const left = (versions.get(one.key) ?? []).filter((other) => other !== one);
    if (left.length > 0) versions.set(one.key, left);
    else versions.delete(one.key);
    await removeFiles(one);
  };

  const removeFiles = async (one: ObjectVersion): Promise<void> => {
    await rm(join(folder, `${one.versionId}.json`), { force: true });
    await rm(join(folder, `${one.versionId}.bytes`), { force: true });
  };

  const isLocked = (one: ObjectVersion): boolean =>
    one.retention !== undefined && Date.parse(one.retention.until) > now().getTime();
  await load();

  const describe = async (one: ObjectVersion): Promise<void> => {
    await writeWhole(join(folder, `${one.versionId}.json`), JSON.stringify(one));
  };

  const newVersion = (key: string): ObjectVersion => {
    sequence += 1;
    return {
      key,
      versionId: randomUUID().replaceAll('-', ''),
      sequence,
      at: now().toISOString(),
      deleteMarker: false,
      size: 0,
      etag: '',
      headers: {},
    };
  };

  /** A lock in governance gives way to those who may bypass it; one in compliance to nobody. */
  const refuseIfLocked = (one: ObjectVersion, mayBypass: boolean): void => {
    if (!isLocked(one) || (one.retention?.mode === 'GOVERNANCE' && mayBypass)) return;
    const message = 'Access Denied because object protected by object lock.';
    throw new AwsError(403, 'AccessDenied', message);
  };

  const defaultRetention = (): Retention | undefined => {
    const lock = settings.objectLock;
    if (!lock) return undefined;
    const until = new Date(now().getTime() + lock.days * dayMs);
    return { mode: lock.mode, until: until.toISOString() };
  };

  const current = (key: string): ObjectVersion | undefined => versions.get(key)?.[0];

  const find = (key: string, versionId: string): ObjectVersion => {
    // S3 calls the only version of an unversioned object "null".
    const found = settings.versioned
      ? versions.get(key)?.find((one) => one.versionId === versionId)
      : versionId === 'null' && current(key);
    if (!found) throw new AwsError(404, 'NoSuchVersion', 'The specified version does not exist.');
    return found;
  };

  return {
    settings,
    current,
    find,

    /** All versions, keys in UTF-8 order as S3 lists them, the newest of each key first. */
    all(prefix: string): ObjectVersion[] {
      const keys = [...versions.keys()].filter((key) => key.startsWith(prefix));
      keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      return keys.flatMap((key) => versions.get(key) ?? []);
    },

    /** Chooses a version and reads it in one turn, so that no overwrite takes the bytes away between. */
    read(
      key: string,
      choose: () => ObjectVersion,
    ): Promise<{ version: ObjectVersion; body: Buffer }> {
      return inTurn(key, async () => {
        const chosen = choose();
        return { version: chosen, body: await readFile(join(folder, `${chosen.versionId}.bytes`)) };
      });
    },

    put(key: string, object: NewObject): Promise<ObjectVersion> {
      return inTurn(key, async () => {
        const there = current(key);
        if (object.onlyIfAbsent && there && !there.deleteMarker) {
          const message = 'At least one of the pre-conditions you specified did not hold';
          throw new AwsError(412, 'PreconditionFailed', message);
        }
        const retention = object.retention ?? defaultRetention();
        const one: ObjectVersion = {
          ...newVersion(key),
          size: object.body.length,
          etag: `"${createHash('md5').update(object.body).digest('hex')}"`,
          headers: object.headers,
          ...(retention && { retention }),
        };
        await writeWhole(join(folder, `${one.versionId}.bytes`), object.body);
        await describe(one);
        await add(one);
        return one;
      });
    },

    /** Deletes for good, or with versioning leaves a marker; answers that marker. */
    delete(key: string): Promise<ObjectVersion | undefined> {
      return inTurn(key, async () => {
        const there = current(key);
        if (!settings.versioned) {
          if (there) await erase(there);
          return undefined;
        }
        const marker = { ...newVersion(key), deleteMarker: true };
        await describe(marker);
        await add(marker);
        return marker;
      });
    },

    /** Deletes one version for good, unless Object Lock holds it. */
    deleteVersion(key: string, versionId: string, mayBypass: boolean): Promise<ObjectVersion> {
      return inTurn(key, async () => {
        const one = find(key, versionId);
        refuseIfLocked(one, mayBypass);
        await erase(one);
        return one;
      });
    },

    /** Locks a version; a lock that holds may be made longer, and shorter only where it may be bypassed. */
    retain(one: ObjectVersion, wanted: Retention, mayBypass: boolean): Promise<void> {
      return inTurn(one.key, async () => {
        const held = one.retention;
        const loosens =
          held !== undefined &&
          (wanted.until < held.until ||
            (held.mode === 'COMPLIANCE' && wanted.mode === 'GOVERNANCE'));
        if (loosens) refuseIfLocked(one, mayBypass);
        one.retention = wanted;
        await describe(one);
      });
    },
  };
};
