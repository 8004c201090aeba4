// npm run openapi: the API as OpenAPI 3.1, on standard output.
import { openApi } from '../../../functions/contracts/open-api.ts';

console.log(JSON.stringify(openApi(), null, 2));
