// Where does a file lie that anybody has checked?
import type { UploadId } from '../../domain/ids.ts';

/** Apart from all other files: nothing else reads here, and what lies here is gone the day after. */
export const uploadPlaceOf = (id: UploadId): string => `verification/${id}.pdf`;
