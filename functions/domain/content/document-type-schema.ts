// Which words name a type of document? Apart from the table of types, so that a list on the screen needs no schema.
import * as z from 'zod';
import { DOCUMENT_TYPES, type DocumentType as Type } from './document-type.ts';

export type DocumentType = Type;

export const DocumentType = z.enum(Object.keys(DOCUMENT_TYPES) as [Type, ...Type[]]);
