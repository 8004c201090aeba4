// How is an issued file found by what it is? Under the SHA-256 of its bytes.
import { KnownFile } from '../../domain/issued/known-file.ts';
import type { Item, Read } from './item.ts';
import { fileKey } from './keys.ts';

export const knownFileItem = (file: KnownFile): Item => ({
  ...fileKey(file.sha256),
  record: KnownFile.parse(file),
});

export const knownFileIn = ({ record }: Read): KnownFile => KnownFile.parse(record);
