// Which room may import which? The floors of the house. For each rule tests/infra/floors.test.ts has an import that
// must trip it, and every place that a rule names must be there: an exception is a `pathNot`, which is looked for as well.
import { readdirSync, readFileSync } from 'node:fs';

const above = {
  domain: 'document|signing|contracts|use-cases|adapters|handlers',
  document: 'signing|contracts|use-cases|adapters|handlers',
  signing: 'document|contracts|use-cases|adapters|handlers',
  contracts: 'document|signing|use-cases|adapters|handlers',
  'use-cases': 'adapters|handlers',
  adapters: 'handlers',
};

const floors = Object.entries(above).map(([floor, higher]) => ({
  name: `${floor}-imports-only-from-below`,
  comment: `functions/${floor} may not import from ${higher.replaceAll('|', ', ')}.`,
  severity: 'error',
  from: { path: `^functions/${floor}/` },
  to: { path: `^(functions/(${higher})|infra|web|tests)/` },
}));

const HANDLERS = new URL('functions/handlers/', import.meta.url);

/**
 * What a handler calls: `drafting/submit-report`. What several of these need lies beside them, or in `reading` and
 * `effects`; views call nothing, they know what was read by its type.
 */
const actions = readdirSync(HANDLERS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('views/'))
  .flatMap((file) => [
    ...readFileSync(new URL(file, HANDLERS), 'utf8').matchAll(
      /\/use-cases\/((?!reading|effects)[a-z]+\/[a-z-]+)\.ts'/g,
    ),
  ])
  .map(([, action]) => action);

/** The rooms of the local stack, each above those that it may import from; `stack` are the files that put them together. */
const localRooms = [
  'this-machine',
  'aws',
  'template',
  'lambda',
  'events',
  'step-functions',
  'sign-in',
  'door',
  'watch',
  'trust-services',
  'sample-images',
  'first-day',
  'stack',
  'people',
  'demo',
  'commands',
];
const inLocal = (room) => (room === 'stack' ? '[^/]+$' : `${room}/`);

const localStack = localRooms.slice(0, -1).map((room, place) => ({
  name: `local-${room}-imports-only-from-below`,
  severity: 'error',
  from: { path: `^infra/local/${inLocal(room)}` },
  to: { path: localRooms.slice(place + 1).map((higher) => `^infra/local/${inLocal(higher)}`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floors,
    ...localStack,
    {
      name: 'tests-have-no-part-in-the-demo',
      comment: 'What both need has a room of its own.',
      severity: 'error',
      from: { path: '^tests/' },
      to: { path: '^infra/local/demo/' },
    },
    {
      name: 'handlers-are-the-top-of-functions',
      severity: 'error',
      from: { path: '^functions/handlers/' },
      to: { path: '^(infra|web|tests)/' },
    },
    {
      name: 'an-api-comes-by-the-front-door',
      comment:
        'What API Gateway hands to a function is looked at there first, whoever asks for what.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/handlers/api/front-door\\.ts$' },
      to: {
        path: '^node_modules/hono/.*aws-lambda',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-is-pure',
      comment: 'The rules depend on nothing but zod, canonical JSON and hashes.',
      severity: 'error',
      from: { path: '^functions/domain/' },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: '^crypto$|^node_modules/(zod|canonicalize)/',
      },
    },
    {
      name: 'use-cases-know-no-cloud',
      comment: 'A use case speaks to ports; AWS is behind adapters.',
      severity: 'error',
      from: { path: '^functions/(domain|document|signing|contracts|use-cases)/' },
      to: { path: '^node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'use-cases-know-no-view',
      comment:
        'A use case returns what the domain speaks of; how people see that is said in handlers/views, and the routes say what leaves.',
      severity: 'error',
      from: { path: '^functions/use-cases/' },
      to: {
        path: '^functions/contracts/(views|directory-views|verification-view|api|route|open-api)\\.ts$|^functions/contracts/routes/',
      },
    },
    {
      name: 'views-ask-nothing',
      comment:
        'What is shown is made of what was read: a view takes things by their type, and calls no use case and no port.',
      severity: 'error',
      from: { path: '^functions/handlers/views/' },
      to: {
        path: '^functions/(document|signing|use-cases|adapters|handlers)/',
        pathNot: '^functions/handlers/views/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'an-action-is-nobodys-library',
      comment:
        'What two actions share is a rule (domain), a way to ask (reading), a way to have an effect, or lies beside them. Only what the sweep delivers stands in for the workflow and does what its tasks do.',
      severity: 'error',
      from: {
        path: '^functions/use-cases/',
        pathNot: '^functions/use-cases/issuing/deliver-missing\\.ts$',
      },
      to: { path: `^functions/use-cases/(${actions.join('|')})\\.ts$` },
    },
    {
      name: 'rooms-know-not-each-other',
      comment: 'A room of the use cases knows itself and what all of them need.',
      severity: 'error',
      from: { path: '^functions/use-cases/([a-z]+)/' },
      to: {
        path: '^functions/use-cases/[a-z]+/',
        pathNot: '^functions/use-cases/($1|reading|effects)/',
      },
    },
    {
      name: 'reading-has-no-effect',
      severity: 'error',
      from: { path: '^functions/use-cases/reading/' },
      to: { path: '^functions/use-cases/effects/' },
    },
    {
      name: 'web-sees-contracts-and-domain-only',
      comment:
        'And how headings are counted, which the screen shows as the paper does, and which letters fonts show, which what is pasted needs as what is imported.',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^(functions/(document|signing|use-cases|adapters|handlers)|infra|tests)/',
        pathNot: '^functions/document/(numbering\\.ts$|letters/)',
      },
    },
    {
      name: 'what-screens-share-knows-no-screen',
      severity: 'error',
      from: { path: '^web/(session|api|words|parts|following|filters)/' },
      to: {
        path: '^web/(drafting|approval|signing|registry|inbox|administration|verification|search|shell)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-page-of-the-parts-is-in-no-build',
      comment: 'Whatever a screen imports is sent to its users.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/shown/' },
      to: { path: '^web/shown/' },
    },
    {
      name: 'templates-know-names-alone',
      comment:
        'What is deployed speaks of functions as those speak to each other: by contracts and by the rules.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: {
        path: '^(functions|web|tests|infra/local)/',
        pathNot: '^functions/(contracts|domain)/',
      },
    },
    {
      name: 'the-local-stack-comes-in-by-the-doors',
      comment:
        'Besides: the directory, and what waits for whom, as they are read; the directory as it begins, by the very command that begins one on AWS, where images are kept, and what signing has for everybody, which lies in its own folder and not in the rooms of it.',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: {
        path: '^(functions|web|tests)/',
        pathNot:
          '^functions/(contracts/|domain/|signing/[^/]+$|use-cases/ports\\.ts$|adapters/(table/(deliveries|directory|directory-writes|reports|waits)|buckets/images)\\.ts$|use-cases/operation/bootstrap\\.ts$|handlers/cli/first-day-world\\.ts$)',
      },
    },
    {
      name: 'only-web-api-calls-the-api',
      comment:
        'A screen calls the function that is named as the route is, so that one search finds both; how the API is spoken to is said in web/api.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/api/' },
      to: { path: '^web/api/client\\.ts$|^node_modules/hono/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|\\.local|out|web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
