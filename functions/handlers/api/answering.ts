// How does an answer leave? By a table with a row for each route of a function, through the schema that the route names:
// what the schema lacks does not leave, and what is not as it says is a bug: a press has had its effect by then, so it is answered
// 500, and its repetition finds the effect and not a second one.
import type { OpenAPIHono, RouteConfig, RouteHandler, z } from '@hono/zod-openapi';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { House } from './house-app.ts';

type Json<Schema> = { content: { 'application/json': { schema: Schema } } };

/** What a row may give: whatever the schema of its route can say. */
type AnswerTo<Route extends RouteConfig> = {
  [Status in keyof Route['responses']]: Route['responses'][Status] extends Json<
    infer Schema extends z.ZodType
  >
    ? z.input<Schema>
    : never;
}[keyof Route['responses']];

/** A row for each route; one that is missing does not compile. */
type Answers<Routes extends Record<string, RouteConfig>> = {
  [Name in keyof Routes]: (
    context: Parameters<RouteHandler<Routes[Name], House>>[0],
  ) => AnswerTo<Routes[Name]> | Promise<AnswerTo<Routes[Name]>>;
};

/** Besides its problems a route has one answer, which is JSON. */
const answerOf = ({ responses }: RouteConfig) => {
  const [answer, ...more] = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  if (answer === undefined || more.length > 0) throw new Error('a route has one answer');
  const [status, said] = answer;
  const { schema } = (said as Json<z.ZodType>).content['application/json'];
  return { status: Number(status) as ContentfulStatusCode, schema };
};

export const answering = <const Routes extends Record<string, RouteConfig>>(
  app: OpenAPIHono<House>,
  routes: Routes,
  answers: Answers<Routes>,
): OpenAPIHono<House> => {
  for (const [name, route] of Object.entries(routes)) {
    const { status, schema } = answerOf(route);
    const answer: (context: never) => unknown = answers[name as keyof Routes];
    app.openapi(route, async (context) =>
      context.json(schema.parse(await answer(context as never)), status),
    );
  }
  return app;
};
