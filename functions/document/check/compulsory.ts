// What must every document have, and what must none have? Such findings refuse it, on submission and again before it is signed.
import { missingParts, type ReportContent } from '../../domain/content/report-content.ts';
import { passagesIn } from './passages.ts';
import type { Rule } from './rule.ts';
import { UNPRINTABLE } from './unprintable.ts';

const PARTS = {
  agencyLines: ['missing-agency', 'Thiếu tên cơ quan ban hành.', 'The issuing agency is missing.'],
  place: ['missing-place', 'Thiếu địa danh.', 'The place is missing.'],
  subject: ['missing-subject', 'Thiếu trích yếu nội dung.', 'The subject is missing.'],
  blocks: ['missing-body', 'Thiếu nội dung văn bản.', 'The body is missing.'],
  recipients: ['missing-recipients', 'Thiếu nơi nhận.', 'There is no recipient.'],
  addressees: ['missing-addressee', 'Dòng kính gửi còn trống.', 'An addressee is empty.'],
  archive: ['missing-archive', 'Thiếu dòng lưu (Lưu: VT, …).', 'The archive line is missing.'],
  signature: [
    'missing-signature',
    'Thiếu chức vụ hoặc họ tên người ký.',
    'Title or name of the signer is missing.',
  ],
  appendices: ['missing-appendix-title', 'Phụ lục chưa có tên.', 'An appendix has no title.'],
} as const;

const missing = ([part, [id, vi, en]]: [string, (typeof PARTS)[keyof typeof PARTS]]): Rule => ({
  id,
  severity: 'error',
  look: (content) =>
    missingParts(content)
      .filter(([first]) => first === part)
      .map((path) => ({ path, vi, en })),
});

/** A stamp stands alone; within a sentence the word means something else (bí mật, mật độ). */
const STAMP =
  /^[\s([*"“-]*(?:độ mật\s*:\s*|dấu độ mật\s*:\s*|văn bản\s+)?(?:tuyệt mật|tối mật|mật)[\s)\]*"”.!-]*$/iu;

const stampedPaths = (content: ReportContent) => [
  ...passagesIn(content)
    .filter(({ text }) => STAMP.test(text))
    .map(({ path }) => path),
  ...content.agencyLines.flatMap((line, index) =>
    STAMP.test(line) ? [['agencyLines', index]] : [],
  ),
  ...(STAMP.test(content.superiorLine ?? '') ? [['superiorLine']] : []),
  ...(STAMP.test(content.place) ? [['place']] : []),
  // Secret documents have a register of their own, and say so in their symbol.
  ...(/(^|[-.])(?:M|TM|TuM)$/u.test(content.symbol) && /-/u.test(content.symbol)
    ? [['symbol']]
    : []),
];

export const COMPULSORY: readonly Rule[] = [
  ...Object.entries(PARTS).map(missing),
  {
    id: 'secret-document',
    severity: 'error',
    look: (content) =>
      stampedPaths(content).map((path) => ({
        path,
        vi: 'Văn bản mật không được soạn, gửi trên hệ thống này.',
        en: 'Secret documents may not be written or sent on this system.',
      })),
  },
  UNPRINTABLE,
];
