// Is the place of every file said once? A key that is put together elsewhere would move without its policy, or its reader.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agencyWith, personWith } from '../../../functions/domain/directory/key-holder.ts';
import {
  attachmentKey,
  checkedKey,
  frozenAttachmentKey,
  imageKey,
  importKeys,
  issuedAttachmentKey,
  modelKey,
  numberedKey,
  originalKey,
  outcomeKey,
  pageKey,
  previewKeys,
  printKey,
  reuseKey,
  sealedKey,
  signedKey,
} from '../../../functions/domain/file-keys.ts';
import { aHash, aPersonId } from '../../support/builders.ts';

const HASH = aHash('a');
const ISSUED = { organizationId: 'org_1', reportId: 'rpt_1', id: 'sbm_1' } as const;
const KEYS = [
  attachmentKey('rpt_1', HASH),
  modelKey('sbm_1'),
  pageKey('sbm_1'),
  frozenAttachmentKey('sbm_1', HASH),
  numberedKey('sbm_1', 'pdf'),
  numberedKey('sbm_1', 'docx'),
  outcomeKey(numberedKey('sbm_1', 'pdf')),
  signedKey('sbm_1'),
  sealedKey('sbm_1'),
  printKey('sbm_1'),
  ...Object.values(previewKeys('rpt_1', HASH)),
  ...Object.values(importKeys(aPersonId('somebody'), 'rpt_1')),
  checkedKey('upl_1'),
  originalKey(ISSUED),
  reuseKey(ISSUED),
  issuedAttachmentKey(ISSUED, HASH),
  imageKey(personWith(aPersonId('somebody')), HASH),
  imageKey(agencyWith('org_1'), HASH),
];

test('no two files lie in one place', () => {
  expect(new Set(KEYS).size).toBe(KEYS.length);
});

test('what lies there for years is found there for years', () => {
  expect([originalKey(ISSUED), reuseKey(ISSUED), issuedAttachmentKey(ISSUED, HASH)]).toEqual([
    'issued/org_1/rpt_1/sbm_1/signed.pdf',
    'issued/org_1/rpt_1/sbm_1/reuse.docx',
    `issued/org_1/rpt_1/sbm_1/attachments/${HASH}`,
  ]);
});

test('nobody else puts a key together', () => {
  const folders = [...new Set(KEYS.map((key) => key.slice(0, key.indexOf('/'))))];
  const key = new RegExp(`['"\`](?:${folders.join('|')})/[^'"\`]*\\$?\\{`);
  const files = globSync('{functions,infra/{stacks,workflow,constructs}}/**/*.ts');

  const elsewhere = files.filter((file) => key.test(readFileSync(file, 'utf8')));

  expect(files.length).toBeGreaterThan(300);
  expect(elsewhere).toEqual(['functions/domain/file-keys.ts']);
});
