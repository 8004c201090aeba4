// Where does a drafter put the Word file that a report is to begin with?
import { importKeys } from '../../domain/file-keys.ts';
import { DOCX, LARGEST_FILE } from '../../domain/file-kind.ts';
import type { ReportId } from '../../domain/ids.ts';
import type { UploadForm } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['working', 'ids'] as const;

/** Where the file goes; the report that will be made of it has its name already. Refusal: not_permitted. */
export const startImport = async (
  { working, ids }: WorldOf<typeof NEEDS>,
  caller: Caller,
): Promise<{ reportId: ReportId; upload: UploadForm }> => {
  requireRole(caller, 'drafter');
  const reportId = ids.report();
  const { fileKey } = importKeys(caller.person.id, reportId);
  return { reportId, upload: await working.uploadForm(fileKey, DOCX, LARGEST_FILE) };
};
startImport.needs = NEEDS;
