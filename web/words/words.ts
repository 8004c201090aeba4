// In which words does the web speak? One catalogue per language, all of one shape; Vietnamese is the first.
import { vi } from './vi.ts';

export type Words = typeof vi;

export const words: Words = vi;
