// What anyone may ask.
import { handle } from 'hono/aws-lambda';
import { verificationApi } from './api/verification-api.ts';
import { office } from './wiring.ts';

export const handler = handle(verificationApi(office()));
