// What do other people's programs say about a PDF? pdfsig, qpdf, openssl and pdfinfo, run on bytes.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

type Outcome = { exitCode: number; output: string };

const run = async (program: string, ...words: string[]): Promise<Outcome> => {
  try {
    const { stdout, stderr } = await execute(program, words, { encoding: 'utf8' });
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    const failed = error as { code?: number | string; stdout?: string; stderr?: string };
    // A string is the operating system's: the program is not there, and no test may go on without it.
    if (typeof failed.code !== 'number') throw error;
    return { exitCode: failed.code, output: `${failed.stdout ?? ''}${failed.stderr ?? ''}` };
  }
};

const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-tools-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

export type PdfsigSignature = {
  valid: boolean;
  trusted: boolean;
  wholeFile: boolean;
  signer: string;
  type: string;
};

/** The signatures as poppler's `pdfsig` judges them, with `authority` (PEM) as its only trusted root. */
export const pdfsig = (pdf: Uint8Array, authority: string): Promise<PdfsigSignature[]> =>
  inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    const root = join(folder, 'root.pem');
    await Promise.all([writeFile(file, pdf), writeFile(root, authority)]);
    const database = `sql:${folder}`;
    await run('certutil', '-N', '-d', database, '--empty-password');
    await run('certutil', '-A', '-d', database, '-n', 'root', '-t', 'C,C,C', '-i', root);
    const { output } = await run('pdfsig', '-nssdir', database, file);
    return output
      .split(/^Signature #\d+:$/m)
      .slice(1)
      .filter((part) => !part.includes('The signature form field is not signed.'))
      .map((part) => ({
        valid: part.includes('Signature Validation: Signature is Valid.'),
        trusted: part.includes('Certificate Validation: Certificate is Trusted.'),
        wholeFile: part.includes('Total document signed'),
        signer: /Signer Certificate Common Name: (.*)/.exec(part)?.[1] ?? '',
        type: /Signature Type: (.*)/.exec(part)?.[1] ?? '',
      }));
  });

/** `qpdf --check`: exit code 0 is a file without errors and warnings. */
export const qpdfCheck = (pdf: Uint8Array): Promise<Outcome> =>
  inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    return run('qpdf', '--check', file);
  });

/** What `pdfinfo` prints, one entry for each line of `Name: value`. */
export const pdfinfo = (pdf: Uint8Array): Promise<Record<string, string>> =>
  inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    const { output } = await run('pdfinfo', file);
    const lines = output.split('\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line));
    return Object.fromEntries(lines.flatMap((found) => (found ? [[found[1], found[2]]] : [])));
  });

/** `pdffonts`: the fonts of the file, one a line: whether they are embedded, in part, and lead back to Unicode. */
export const pdfFonts = (pdf: Uint8Array): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    return (await run('pdffonts', file)).output;
  });

/** `openssl cms -verify` of a detached CMS over `content`, with `authority` (PEM) as its only trusted root. */
export const opensslVerifyCms = (
  cms: Uint8Array,
  content: Uint8Array,
  authority: string,
): Promise<Outcome> =>
  inFolder(async (folder) => {
    const files = {
      cms: join(folder, 'cms'),
      content: join(folder, 'content'),
      root: join(folder, 'root.pem'),
    };
    await Promise.all([
      writeFile(files.cms, cms),
      writeFile(files.content, content),
      writeFile(files.root, authority),
    ]);
    // -purpose any: openssl's default is e-mail, which a certificate for documents need not name. -cades: check the
    // signing certificate attribute too.
    const how = ['-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-cades'];
    const what = ['-in', files.cms, '-content', files.content, '-CAfile', files.root];
    return run('openssl', 'cms', ...how, ...what, '-out', join(folder, 'verified'));
  });

/** `openssl cms -sign`: a detached CMS over `content` by a key (PEM) and its certificate (PEM). */
export const opensslSignCms = (
  content: Uint8Array,
  privateKey: string,
  certificate: string,
  options: string[],
): Promise<Uint8Array> =>
  inFolder(async (folder) => {
    const files = {
      content: join(folder, 'content'),
      key: join(folder, 'key.pem'),
      certificate: join(folder, 'certificate.pem'),
      cms: join(folder, 'cms'),
    };
    await Promise.all([
      writeFile(files.content, content),
      writeFile(files.key, privateKey),
      writeFile(files.certificate, certificate),
    ]);
    const who = ['-signer', files.certificate, '-inkey', files.key];
    const what = ['-in', files.content, '-outform', 'DER', '-out', files.cms];
    const { exitCode, output } = await run(
      'openssl',
      'cms',
      '-sign',
      '-binary',
      ...who,
      ...what,
      ...options,
    );
    if (exitCode !== 0) throw new Error(output);
    return readFile(files.cms);
  });

/** `qpdf` with these options: the same file, written otherwise. */
export const qpdfRewrite = (pdf: Uint8Array, options: string[]): Promise<Uint8Array> =>
  inFolder(async (folder) => {
    const [before, after] = [join(folder, 'before.pdf'), join(folder, 'after.pdf')];
    await writeFile(before, pdf);
    const { exitCode, output } = await run('qpdf', before, ...options, after);
    if (exitCode !== 0) throw new Error(output);
    return readFile(after);
  });

/** `openssl pkcs12`: the file's private key and certificates, or why it cannot be opened. */
export const opensslPkcs12 = (pkcs12: Uint8Array, password: string): Promise<Outcome> =>
  inFolder(async (folder) => {
    const file = join(folder, 'file.p12');
    const secret = join(folder, 'password');
    await Promise.all([writeFile(file, pkcs12), writeFile(secret, password)]);
    return run('openssl', 'pkcs12', '-in', file, '-passin', `file:${secret}`, '-nodes', '-info');
  });

/** `openssl req -verify`: whether a certificate request (PEM) is signed by its own key, and whose it is. */
export const opensslRequest = (request: string): Promise<Outcome> =>
  inFolder(async (folder) => {
    const file = join(folder, 'request.pem');
    await writeFile(file, request);
    const readable = ['-nameopt', 'RFC2253,sep_comma_plus_space,utf8,-esc_msb,-dn_rev', '-subject'];
    return run('openssl', 'req', '-in', file, '-verify', '-noout', ...readable);
  });

/** `pdfinfo -struct`: the tags of the file, one a line, indented by their depth. */
export const pdfStructure = (pdf: Uint8Array): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    return (await run('pdfinfo', '-struct', file)).output;
  });

/** `openssl ts -reply`: a token (CMS) about content, by a key (PEM) and its certificate (PEM). */
export const opensslTimestampToken = (
  content: Uint8Array,
  privateKey: string,
  certificate: string,
): Promise<Uint8Array> =>
  inFolder(async (folder) => {
    const file = (name: string) => join(folder, name);
    const settings = [
      '[tsa]',
      `serial=${file('serial')}`,
      'default_policy=2.999.1',
      'digests=sha256',
      'signer_digest=sha256',
      'ess_cert_id_alg=sha256',
    ];
    await Promise.all([
      writeFile(file('content'), content),
      writeFile(file('key.pem'), privateKey),
      writeFile(file('certificate.pem'), certificate),
      writeFile(file('serial'), '01'),
      writeFile(file('settings'), settings.join('\n')),
    ]);
    const asked = ['-query', '-data', file('content'), '-sha256', '-cert', '-out', file('query')];
    const who = ['-signer', file('certificate.pem'), '-inkey', file('key.pem')];
    const where = ['-config', file('settings'), '-section', 'tsa', '-queryfile', file('query')];
    const steps = [asked, ['-reply', ...where, ...who, '-token_out', '-out', file('token')]];
    for (const step of steps) {
      const { exitCode, output } = await run('openssl', 'ts', ...step);
      if (exitCode !== 0) throw new Error(output);
    }
    return readFile(file('token'));
  });

/** `openssl ts -verify`: does this reply answer that query, signed by whom `authority` (PEM) certified for it? */
export const opensslVerifyTimestamp = (
  reply: Uint8Array,
  query: Uint8Array,
  authority: string,
): Promise<Outcome> =>
  inFolder(async (folder) => {
    const files = {
      reply: join(folder, 'reply'),
      query: join(folder, 'query'),
      root: join(folder, 'root.pem'),
    };
    await Promise.all([
      writeFile(files.reply, reply),
      writeFile(files.query, query),
      writeFile(files.root, authority),
    ]);
    const what = ['-in', files.reply, '-queryfile', files.query, '-CAfile', files.root];
    return run('openssl', 'ts', '-verify', ...what);
  });
