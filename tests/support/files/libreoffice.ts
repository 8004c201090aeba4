// How does an office program lay out a Word file? LibreOffice, with the project's fonts and nobody's settings.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice is large and only this project's tests use it: what needs it is left out where it is not there. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/**
 * Times New Roman is not free: Tinos, which has its widths, stands in for it; and the font of marks that the PDF has for
 * Segoe UI Symbol, whose widths nobody may look up here.
 */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')))}</dir>
  <dir>${fileURLToPath(new URL('../../../functions/document/marks', import.meta.url))}</dir>
  <cachedir>${folder}/cache</cachedir>
  <match>
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
  <match>
    <test name="family"><string>Segoe UI Symbol</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Trinh Ky Marks</string></edit>
  </match>
</fontconfig>`;

/** The pages as they are kept for long: with what their parts are, and nothing from outside (LibreOffice's PDF export). */
const TAGGED_PDF_A_2 = `:writer_pdf_Export:${JSON.stringify({
  SelectPdfVersion: { type: 'long', value: '2' },
  UseTaggedPDF: { type: 'boolean', value: 'true' },
})}`;

/** An office on this machine: its own settings, kept between documents until it is closed. */
export const openLibreOffice = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  await writeFile(join(folder, 'fonts.conf'), fontSettings(folder));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  /** Converted by one process, which takes a second to start. */
  const convert = async (files: readonly Uint8Array[], to: 'pdf' | 'docx', filter = '') => {
    const names = files.map((_, index) => join(folder, `${index}.docx`));
    const out = join(folder, 'out');
    await Promise.all(files.map((file, index) => writeFile(names[index] ?? '', file)));
    const words = [profile, '--headless', '--convert-to', to + filter, '--outdir', out, ...names];
    await run('soffice', words, { env });
    return Promise.all(
      files.map(async (_, index) => new Uint8Array(await readFile(join(out, `${index}.${to}`)))),
    );
  };
  return {
    /** The pages of Word files, as PDFs. */
    print: (files: readonly Uint8Array[]) => convert(files, 'pdf'),
    /** The same as tagged PDF/A-2. */
    archive: (files: readonly Uint8Array[]) => convert(files, 'pdf', TAGGED_PDF_A_2),
    /** The same Word files, opened and saved. */
    save: (files: readonly Uint8Array[]) => convert(files, 'docx'),
    close: () => rm(folder, { recursive: true, force: true }),
  };
};

type Office = Awaited<ReturnType<typeof openLibreOffice>>;

const once = async <Result>(work: (office: Office) => Promise<Result>): Promise<Result> => {
  const office = await openLibreOffice();
  try {
    return await work(office);
  } finally {
    await office.close();
  }
};

/** The pages of Word files, as PDFs: laid out by one process. */
export const printedByLibreOffice = (files: readonly Uint8Array[]) =>
  once((office) => office.print(files));

/** Word files as LibreOffice writes them. */
export const savedByLibreOffice = (files: readonly Uint8Array[]) =>
  once((office) => office.save(files));
