// How does a handler become the folder that Lambda runs? One file by esbuild, and beside it what the code reads at run time.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPST = '@myriaddreamin/typst-ts-node-compiler';

/** Typst's native code for a kind of machine; npm may install more kinds than a bundle should carry. */
const typstFor = (platform: string, processor: string): string =>
  `${TYPST}-${platform}-${processor}${platform === 'linux' ? '-gnu' : ''}`;
const isInstalled = (name: string): boolean => existsSync(join(ROOT, 'node_modules', name));

/** What the function that renders runs with on Lambda. */
export const TYPST_FOR_LAMBDA = typstFor('linux', 'x64');
/** The local stack runs the same bundle, here. On Lambda's kind of machine both are one. */
const TYPST_HERE = typstFor(process.platform, process.arch);
/** On another kind of machine the bundle may be good for the local stack only, and must not be deployed. */
export const rendersOnLambda = isInstalled(TYPST_FOR_LAMBDA);

/** Every function there is, by the name of its file in functions/handlers. */
export const HANDLERS = [
  'drafting',
  'approval',
  'registry',
  'inbox',
  'archive',
  'enrolment',
  'administration',
  'verification',
  'session',
  'prepare',
  'render',
  'import',
  'ask',
  'remind',
  'number',
  'sign',
  'seal',
  'store',
  'close',
  'deliver',
  'notify',
  'stopped',
  'sweep',
  'warn',
] as const;
export type Handler = (typeof HANDLERS)[number];

const packages = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`node_modules/${name}`, `node_modules/${name}`]));

/** What a source file reads while it runs, and where in the folder it expects it. */
const READ_AT_RUN_TIME: Record<string, Record<string, string>> = {
  'functions/document/fonts.ts': {
    ...packages('@expo-google-fonts/tinos'),
    'functions/document/marks': 'marks',
  },
  'functions/document/render-pdf.ts': {
    ...packages(TYPST, TYPST_HERE, ...[TYPST_FOR_LAMBDA].filter(isInstalled)),
    'functions/document/template': 'template',
  },
};

/** Zod's words in fifty languages are 250 kB of every bundle, and refusals travel as codes. */
const withoutLocales: Plugin = {
  name: 'without-locales',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.c?js$/ }, () => ({ contents: '' }));
  },
};

/**
 * CommonJS, for it is imported some 30 ms faster than the same code as a module.
 * Not minified, so that a stack trace can be read without its map too.
 */
const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  // What a package offers as modules can be shaken; of its CommonJS everything would come along, half as much again.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.cjs' },
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'bundleUrl' },
  external: [TYPST],
  plugins: [withoutLocales],
} satisfies BuildOptions;

type Sources = Metafile['outputs'][string]['inputs'];

const bringAlong = (sources: Sources, folder: string): void => {
  for (const [source, files] of Object.entries(READ_AT_RUN_TIME)) {
    if (!(source in sources)) continue;
    for (const [from, to] of Object.entries(files)) {
      if (!existsSync(join(ROOT, from))) {
        throw new Error(`${source} needs ${from}, which is not installed.`);
      }
      cpSync(join(ROOT, from), join(folder, to), { recursive: true, dereference: true });
    }
  }
};

/**
 * A source text takes one byte a letter in memory, unless one of its letters is beyond Latin-1: then all take two, in every
 * instance for as long as it lives. esbuild escapes such letters in code, and keeps them in the comments that it keeps.
 */
const writeInAscii = (file: string): void => {
  const text = readFileSync(file, 'utf8');
  const escaped = text.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (escaped !== text) writeFileSync(file, escaped);
};

/**
 * Bundles functions/handlers/<name>.ts into <into>/<name>/index.cjs, all at once: what several share is read once. The
 * same sources give the same bytes.
 */
export const bundleHandlers = async (names: readonly Handler[], into: string): Promise<void> => {
  for (const name of names) rmSync(join(into, name), { recursive: true, force: true });
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, `functions/handlers/${name}.ts`]),
    ),
    outdir: into,
  });
  for (const { entryPoint, inputs } of Object.values(metafile.outputs)) {
    if (entryPoint === undefined) continue;
    const folder = join(into, parse(entryPoint).name);
    writeInAscii(join(folder, 'index.cjs'));
    bringAlong(inputs, folder);
  }
};
