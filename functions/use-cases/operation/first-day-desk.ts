// What does whoever sets the system up write, before there is anybody who could change it?
import type { AuditEvent, ChainHead } from '../../domain/audit-event.ts';
import type { FirstOffice } from '../../domain/directory/first-day.ts';
import type { Organization, Person } from '../../domain/directory/organization.ts';

/** The first entries of a directory, with the links that tell of them. */
export type Beginning = {
  organization: Organization;
  administrator: Person;
  chain: ChainHead;
  events: AuditEvent[];
};

export interface FirstDayDesk {
  /** With which office the directory began; null before. */
  begun(): Promise<FirstOffice | null>;
  /** Whether the caller may write what the first day writes: nothing is changed. Throws what `begin` and `trust` would. */
  rehearse(): Promise<void>;
  /** In one transaction. Refusal: revision_conflict when the directory has begun, or any of it is there. */
  begin(beginning: Beginning): Promise<void>;
}
