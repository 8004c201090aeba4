// What does a function log? Its lines, kept from the terminal while a test looks at them.
import { vi } from 'vitest';

/** Every line from now on; `vi.restoreAllMocks()` ends it. */
export const hearLog = (): Record<string, unknown>[] => {
  const lines: Record<string, unknown>[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
  return lines;
};
