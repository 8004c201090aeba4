// Does the web say everything in both languages, and every refusal in words?
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { ProblemCode } from '../../../functions/contracts/problems.ts';
import * as en from '../../../web/words/en.ts';
import * as vi from '../../../web/words/vi.ts';

type Catalogue = { [key: string]: string | ((...facts: never[]) => string) | Catalogue };

/** `waiting.title` and the like, with what stands there. */
const entriesOf = (catalogue: Catalogue, path: string[] = []): [string, unknown][] =>
  Object.entries(catalogue).flatMap(([key, said]) =>
    typeof said === 'object'
      ? entriesOf(said, [...path, key])
      : [[[...path, key].join('.'), said] as [string, unknown]],
  );

/** What stands on Vietnamese paper is not translated, nor are names. */
const SAME_IN_BOTH =
  /^(app\.name|editor\.(nation|motto|numberBlank|dateBlank)|signing\.noImage|search\.withoutAccents)$/;
const ONLY_VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;

/** Where the sentences stand that people read: on screens, in mails, beside what was read from a Word file. */
const SPOKEN = [
  ...globSync('web/words/**/*.ts'),
  'functions/use-cases/issuing/notify.ts',
  'functions/use-cases/effects/tell-people.ts',
  'functions/document/import/note.ts',
];

/** Every text of a file, as it is read; of a template, what stands between its facts. */
const textsOf = (file: string): string[] => {
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    else if (ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return texts;
};

/** What offices do not say, and what they say instead. */
const RETIRED: Record<string, RegExp> = {
  'Các bước xử lý': /vòng (?:duyệt|gần|nào|\d)|^vòng|(?:các bước|danh sách) trình ký/iu,
  'Soạn văn bản, Dùng mẫu này': /soạn báo cáo/iu,
  'Văn bản của tôi': /báo cáo của tôi/iu,
  'Hủy; Kết thúc hoạt động; Khóa tài khoản': /(?<!\p{L})thôi(?!\p{L})/iu,
  'Văn thư nơi nhận': /cán bộ tiếp nhận/iu,
  'chứng thư chữ ký số': /chứng thư (?:ký )?số/iu,
  'Cấp số': /lấy số/iu,
  'Chỉ ghi trên văn bản, không gửi': /chỉ ghi tên/iu,
  'Tên nơi nhận': /chữ in trên văn bản/iu,
  'Góp ý (chưa quyết định)': /ghi ý kiến, chưa/iu,
  'Quản lý danh bạ': /giữ (?:danh bạ|sổ văn bản)/iu,
  'Thời gian xử lý thường gặp ở mỗi bước': /trung vị/iu,
  'Trả lại, Trả lại nơi gửi': /(?:gửi|hoàn|chuyển) trả|trả về/iu,
};

describe('what people read', () => {
  const all = SPOKEN.flatMap((file) => textsOf(file).map((text) => [file, text] as const));

  test('is found', () => {
    expect(all.map(([, text]) => text)).toEqual(
      expect.arrayContaining(['Các bước xử lý', 'Có văn bản đến', 'Chưa đọc']),
    );
  });

  test.each(Object.entries(RETIRED))('says “%s” and no other word for it', (_, retired) => {
    expect(all.filter(([, text]) => retired.test(text))).toEqual([]);
  });

  test('has the quotation marks and apostrophes of print', () => {
    expect(all.filter(([, text]) => /["']/u.test(text))).toEqual([]);
  });

  test('has each letter with its marks as one sign', () => {
    expect(all.filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });
});

describe('the words of the web', () => {
  const vietnamese = entriesOf(vi);
  const english = entriesOf(en);

  test('are there in both languages, none of them blank', () => {
    expect(english.map(([key]) => key).sort()).toEqual(vietnamese.map(([key]) => key).sort());
    expect([...vietnamese, ...english].filter(([, said]) => said === '')).toEqual([]);
  });

  test('are English in the English catalogue', () => {
    const left = english.filter(
      ([key, said]) => !SAME_IN_BOTH.test(key) && ONLY_VIETNAMESE.test(String(said)),
    );
    expect(left).toEqual([]);
  });

  test('keep what a recipient does apart from what a reviewer does', () => {
    const recipient = vietnamese.filter(([key]) => /^(inbox|heldDeliveries)\./u.test(key));

    expect(recipient.filter(([, said]) => /trả lại(?! nơi gửi)/iu.test(String(said)))).toEqual([]);
  });

  test('never put Hủy, which leaves a dialog, beside another Hủy', () => {
    const { cancel } = vi.app;
    const { numbered } = vi.registry.giveUp;

    expect(numbered.press).toContain(cancel);
    expect(numbered.keep).not.toContain(cancel);
  });

  test('say every refusal, and what to do', () => {
    for (const { problems } of [vi, en]) {
      for (const code of ProblemCode.options) {
        expect(problems[code], code).toMatch(/\.$/);
      }
      expect(problems.offline).toMatch(/\.$/);
    }
  });
});

test('A screen brings the words of its own rooms, since none takes subjects out of all of them', () => {
  const takers = globSync('web/**/*.{ts,tsx}', { exclude: ['web/dist/**'] }).filter((file) =>
    /^const \{[^}]*\} = words;$/mu.test(readFileSync(file, 'utf8')),
  );
  expect(takers).toEqual([]);
});
