// Does one search find a slice? A route, its handler and its use case bear one name; so do a task, its handler and its use case.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { API_ROUTES, type ApiRoute, ROUTES } from '../../functions/contracts/api.ts';
import { HANDLERS } from '../../infra/constructs/bundle.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`);
const camel = (name: string): string => name.replace(/-(.)/g, (_, next) => next.toUpperCase());
const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The rows of the table by which a function answers. */
const rowsIn = (text: string): string[] => {
  const [, table = ''] =
    text.match(/\banswering\(\w+(?:\(world\))?, routes, \{\n(.*?)\n {2}\}\)/s) ?? [];
  return [...table.matchAll(/^ {4}(\w+): /gm)].map(([, name = '']) => name);
};

type Part = {
  /** Where it is to be found, and what stands there. */
  file: (route: ApiRoute) => string;
  says: (route: ApiRoute) => string[];
  /** Why a route has none. */
  without: Record<string, string>;
};

/** The parts of a slice, each under the name of its route. */
const PARTS: Record<string, Part> = {
  'use case': {
    file: ({ function: served, name }) => `functions/use-cases/${served}/${kebab(name)}.ts`,
    says: ({ name }) => [`export const ${name} = `],
    without: { readOpenApi: 'The routes print themselves: the world is asked nothing.' },
  },
  handler: {
    file: ({ function: served }) => `functions/handlers/api/${served}-api.ts`,
    says: ({ function: served, name }) =>
      name in (PARTS['use case']?.without ?? {})
        ? []
        : [`import { ${name} } from '../../use-cases/${served}/${kebab(name)}.ts';`, `${name}(`],
    without: {},
  },
};

describe.each(Object.entries(PARTS))('the %s of a route', (_, { file, says, without }) => {
  test.each(
    API_ROUTES.filter(({ name }) => !(name in without)).map(
      (route) => [route.name, route] as const,
    ),
  )('is found by its name: %s', (_name, route) => {
    const text = textOf(file(route));
    expect(says(route).filter((line) => !text.includes(line))).toEqual([]);
  });

  test('is missing only where it is said why', () => {
    const astray = Object.keys(without).filter((name) => {
      const route = API_ROUTES.find((one) => one.name === name);
      return route === undefined || existsSync(file(route));
    });
    expect(astray).toEqual([]);
  });
});

test('the handler of a route is its row in the table, and no other key', () => {
  expect(rowsIn('const WORDS = {\n  of: {\n    listReports: 1,\n  },\n};')).toEqual([]);
});

test.each(Object.entries(ROUTES))(
  'the table of %s has a row for each of its routes',
  (called, routes) => {
    const rows = rowsIn(textOf(`functions/handlers/api/${called}-api.ts`));
    expect(rows.toSorted()).toEqual(Object.keys(routes).toSorted());
  },
);

/** Everything that runs without being asked over HTTP: states of the workflow, and what a clock or another function calls. */
const TASKS = HANDLERS.filter((handler) => !(handler in ROUTES));

test.each(TASKS)('the use case of a task has its word in its name: %s', (task) => {
  const handler = textOf(`functions/handlers/${task}.ts`);
  const called = [...handler.matchAll(/from '\.\.\/(use-cases\/[\w-]+\/([\w-]+)\.ts)'/g)];
  const [, file = '', name = ''] =
    called.find(([, , one = '']) => one.split('-').includes(task)) ?? [];
  expect(textOf(`functions/${file}`)).toContain(`export const ${camel(name)} = `);
  expect(handler).toContain(`${camel(name)}(`);
});
