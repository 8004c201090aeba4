// How do other programs, and whoever tampers, add to a PDF without touching a byte of it?

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** The last place where it stands. */
export const lastOf = (pdf: Uint8Array, pattern: RegExp): RegExpExecArray => {
  const found = [...latin1(pdf).matchAll(pattern)].at(-1);
  if (found === undefined) throw new Error(`${pattern} is not in the file`);
  return found;
};

export const rootOf = (pdf: Uint8Array) => Number(lastOf(pdf, /\/Root (\d+) 0 R/g)[1]);

/** What the newest object of that number says. */
export const objectOf = (pdf: Uint8Array, number: number): string =>
  lastOf(pdf, new RegExp(`\\b${number} 0 obj\\s([\\s\\S]*?)\\sendobj`, 'g'))[1] ?? '';

/** That dictionary with more in it. */
export const withEntries = (dictionary: string, entries: string): string =>
  dictionary.replace(/>>\s*$/, `${entries} >>`);

/** The file with an update of these objects. */
export const updated = (
  pdf: Uint8Array,
  objects: Record<number, string>,
  { root = rootOf(pdf), trailer = '' } = {},
): Buffer => {
  const parts = ['\n'];
  let at = pdf.length + 1;
  const table: string[] = [];
  for (const [number, content] of Object.entries(objects)) {
    const object = `${number} 0 obj\n${content}\nendobj\n`;
    table.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    at += object.length;
  }
  const [, previous = ''] = lastOf(pdf, /startxref\s+(\d+)/g);
  parts.push(
    `xref\n${table.join('') || '0 0\n'}trailer\n`,
    `<< /Size 9999 /Root ${root} 0 R /Prev ${previous} ${trailer} >>\n`,
    `startxref\n${at}\n%%EOF\n`,
  );
  return Buffer.concat([pdf, Buffer.from(parts.join(''), 'latin1')]);
};
