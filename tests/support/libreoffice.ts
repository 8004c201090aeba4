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

/** Times New Roman is not free: Tinos, which has its widths, stands in for it. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')))}</dir>
  <cachedir>${folder}/cache</cachedir>
  <match>
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
</fontconfig>`;

/** The pages of a Word file, as a PDF. */
export const printedByLibreOffice = async (docx: Uint8Array): Promise<Uint8Array> => {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    await writeFile(join(folder, 'file.docx'), docx);
    await writeFile(join(folder, 'fonts.conf'), fontSettings(folder));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const what = ['--convert-to', 'pdf', '--outdir', folder, join(folder, 'file.docx')];
    await run('soffice', [profile, '--headless', ...what], {
      env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    });
    return new Uint8Array(await readFile(join(folder, 'file.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
