// What stands in a template where nothing is known of it yet? An object or a list of objects; empty where there is none.
export type Json = Record<string, unknown>;

export const asJson = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const asList = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asJson) : []);
