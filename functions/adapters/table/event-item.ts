// How is a chain of events stored? One item for each link, in the partition of what it is about.
import { AuditEvent } from '../../domain/audit-event.ts';
import type { DeliveryId, OrganizationId, ReportId } from '../../domain/ids.ts';
import type { Item, Read } from './item.ts';
import { eventKey } from './keys.ts';

export const eventItem = (of: ReportId | DeliveryId | OrganizationId, event: AuditEvent): Item => ({
  ...eventKey(of, event.sequence),
  record: AuditEvent.parse(event),
});

export const eventIn = ({ record }: Read): AuditEvent => AuditEvent.parse(record);
