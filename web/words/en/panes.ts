// What does one read in English between a list and what is opened beside it?
import type { panes as vi } from '../vi/panes.ts';

export const panes: typeof vi = {
  document: 'The document that is open',
  back: 'Back to the list',
  before: 'Previous document (K)',
  after: 'Next document (J)',
  mark: (what) => `Mark: ${what}`,
  markAll: (count) => `Mark all (${count})`,
  marked: (count) => `${count} marked`,
};
