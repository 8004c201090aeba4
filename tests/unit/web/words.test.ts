// Does the web say everything in both languages, and every refusal in words?
import { describe, expect, test } from 'vitest';
import { ProblemCode } from '../../../functions/contracts/problems.ts';
import { en } from '../../../web/words/en.ts';
import { vi } from '../../../web/words/vi.ts';

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

  test('say every refusal, and what to do', () => {
    for (const { problems } of [vi, en]) {
      for (const code of ProblemCode.options) {
        expect(problems[code], code).toMatch(/\.$/);
      }
      expect(problems.offline).toMatch(/\.$/);
    }
  });
});
