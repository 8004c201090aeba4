// What did a file bring along for checking its signatures? Its DSS, and what its signatures carry.
import { X509Certificate } from 'node:crypto';
import { context, type Element, membersOf, TAG } from '../cms/ber.ts';
import { partsOf } from '../cms/certificate-parts.ts';
import type { ReadCms } from '../cms/read-cms.ts';
import type { Effort } from '../effort.ts';
import { Malformed, Stream } from '../pdf/object.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';

export type EmbeddedData = {
  certificates: X509Certificate[];
  crls: Uint8Array[];
  ocsps: Uint8Array[];
};

/** More than any file needs; it bounds the work. */
const MOST = 100;

/** The document security store (ISO 32000-2, 12.8.4.3); what is damaged is passed over. */
export const dataInDss = (file: PdfFile): EmbeddedData => {
  const dss = file.dict(file.catalog.entries.get('DSS'));
  const streams = (key: string): Uint8Array[] =>
    (file.array(dss?.entries.get(key)) ?? []).slice(0, MOST).flatMap((value) => {
      const stream = file.value(value);
      return stream instanceof Stream ? decoded(file, stream) : [];
    });
  return {
    certificates: streams('Certs').flatMap((bytes) => certificateIn(bytes, file.effort)),
    crls: streams('CRLs'),
    ocsps: streams('OCSPs'),
  };
};

const decoded = (file: PdfFile, stream: Stream): Uint8Array[] => {
  try {
    return [file.data(stream)];
  } catch (error) {
    if (error instanceof Malformed) return [];
    throw error;
  }
};

const certificateIn = (bytes: Uint8Array, effort: Effort): X509Certificate[] => {
  effort.spendOnCertificate(bytes);
  try {
    const certificate = new X509Certificate(bytes);
    partsOf(certificate);
    return [certificate];
  } catch {
    return [];
  }
};

/** adbe-revocationInfoArchival (ISO 32000-1, 12.8.3.3.2). */
const ARCHIVAL = '1.2.840.113583.1.1.8';

/** Its own lists (RFC 5652, 10.2.1), and the signed attribute that Adobe's programs write. Never throws. */
export const dataInCms = ({ revocationData, signedAttributes = [] }: ReadCms): EmbeddedData => {
  const crls = revocationData.filter(({ tag }) => tag === TAG.sequence).slice(0, MOST);
  const ocsps: Element[] = [];
  const archival = signedAttributes.find(({ type }) => type === ARCHIVAL)?.values[0];
  try {
    for (const part of archival === undefined ? [] : membersOf(archival, MOST)) {
      const [list] = membersOf(part, MOST);
      if (part.tag === context(0)) crls.push(...membersOf(list, MOST));
      if (part.tag === context(1)) ocsps.push(...membersOf(list, MOST));
    }
  } catch {
    // A list that cannot be read says nothing.
  }
  const whole = (elements: Element[]) => elements.map((element) => element.whole);
  return { certificates: [], crls: whole(crls), ocsps: whole(ocsps) };
};
