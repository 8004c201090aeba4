// Which room may import which? The floors of the house; tests/infra/floors.test.ts proves that they bite.
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

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floors,
    {
      name: 'handlers-are-the-top-of-functions',
      severity: 'error',
      from: { path: '^functions/handlers/' },
      to: { path: '^(infra|web|tests)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The rules depend on nothing but zod, canonical JSON and hashes.',
      severity: 'error',
      from: { path: '^functions/domain/' },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: '^(node:)?crypto$|^node_modules/(zod|canonicalize)/',
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
      name: 'web-sees-contracts-and-domain-only',
      comment:
        'And how headings are counted, which the screen shows as the paper does, and which letters fonts show, which what is pasted needs as what is imported.',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^(functions/(document(?!/(numbering\\.ts$|letters/))|signing|use-cases|adapters|handlers)|infra|tests)/',
      },
    },
    {
      name: 'what-screens-share-knows-no-screen',
      severity: 'error',
      from: { path: '^web/(session|api|words|pieces|filters)/' },
      to: {
        path: '^web/(drafting|approval|signing|registry|inbox|administration|verification|search|shell)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
