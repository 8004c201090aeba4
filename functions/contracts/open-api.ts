// What does the API look like to a program? OpenAPI 3.1, printed from the very routes that are served.
import { OpenAPIHono } from '@hono/zod-openapi';
import { ROUTES } from './api.ts';

const print = (): Record<string, unknown> => {
  const printer = new OpenAPIHono();
  const { openAPIRegistry } = printer;
  openAPIRegistry.registerComponent('securitySchemes', 'signIn', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const routes of Object.values(ROUTES)) {
    for (const [operationId, route] of Object.entries(routes)) {
      openAPIRegistry.registerPath({ ...route, operationId });
    }
  }
  const document = printer.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Trình Ký',
      version: '1',
      description: 'Reports from draft to signature to the recipients’ inbox.',
    },
    servers: [{ url: '/' }],
  });
  return { ...document };
};

let printed: Record<string, unknown> | undefined;

/** The document of all functions' routes together. Printed once: it takes a tenth of a second, and anybody may ask. */
export const openApi = (): Record<string, unknown> => {
  printed ??= print();
  return printed;
};
