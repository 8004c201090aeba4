// What do cfn-lint and checkov say of the templates, of a demonstration, of production, and of a stage with a firewall?
import { expect, test } from 'vitest';
import * as z from 'zod';
import { PRODUCTION, synthesize } from '../infra/synthesized.ts';
import { type Acknowledged, expectNothingNew, type Finding } from './findings.ts';
import { askPython } from './tools.ts';

const folders = [{}, PRODUCTION, { firewall: 'true' }].map(
  (settings: Record<string, string>) => synthesize(settings).folder,
);

const LINT: Acknowledged = {
  W6001: {
    where: /^Outputs\/Deployment\//,
    because: 'What a deployment says of itself names what other stacks have made.',
  },
  W3005: { because: 'CDK writes DependsOn beside a reference that says the same.' },
};

const CHECKOV: Acknowledged = {
  CKV_AWS_18: {
    where: /pages|working|images|logs|signed|trailfiles/,
    because:
      'What is fetched is written down where it is signed files and in production; pages are public, the rest is fetched by our own functions.',
  },
  CKV_AWS_21: {
    where: /pages|working|images|logs|trailfiles/,
    because:
      'Only the signed bucket holds what cannot be made again; the trail’s files prove themselves by their digests.',
  },
  CKV_AWS_26: {
    because:
      'An alarm holds no data, and the key of AWS for topics keeps CloudWatch from publishing.',
  },
  CKV_AWS_27: { because: 'SSE-SQS is what every new queue has.' },
  CKV_AWS_33: {
    where: /records/,
    because: 'Anybody of this account, and through DynamoDB alone: both are conditions beside it.',
  },
  CKV_AWS_35: {
    because: 'S3 encrypts the trail’s files; who may read them is decided by roles alone.',
  },
  CKV_AWS_68: {
    because:
      'A firewall costs 8 USD a month and by the request: it is a setting, and somebody decides.',
  },
  CKV_AWS_115: {
    because:
      'A new account has ten calls at once and can set none aside; the verifier’s are a setting.',
  },
  CKV_AWS_116: {
    because:
      'Who calls a function here waits for its answer; what AWS calls by itself has a queue.',
  },
  CKV_AWS_117: { because: 'Nothing here is in a network of its own to be reached through one.' },
  CKV_AWS_158: {
    because: 'No log holds a secret or personal data, which the tests read them for.',
  },
  CKV_AWS_149: {
    where: /frontdoor/,
    because:
      'The key of the front door opens nothing, and the key of AWS for secrets costs nothing.',
  },
  CKV_AWS_173: {
    because:
      'The one secret in an environment is the key of the front door, which CloudFront shows in its settings as well.',
  },
  CKV_AWS_174: {
    because:
      'Only an address of one’s own can ask for it, and does (`-c domain`, `-c certificate`).',
  },
  CKV_AWS_192: {
    because: 'It asks for rules against a fault of Log4j; nothing here runs on Java.',
  },
};

const LintFindings = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])) }),
  }),
);
const CheckovFindings = z.object({
  results: z.object({
    failed_checks: z.array(z.object({ check_id: z.string(), resource: z.string() })),
  }),
});

test('cfn-lint finds the templates written as CloudFormation wants them', async () => {
  const regions = ['-r', 'us-east-1', 'ap-southeast-1'];
  const templates = folders.map((folder) => `${folder}/*.template.json`);
  const { out } = await askPython('cfn-lint', [...regions, '-f', 'json', '-t', ...templates]);
  const found = LintFindings.parse(JSON.parse(out)).map(
    ({ Rule, Location }): Finding => ({ rule: Rule.Id, about: Location.Path.join('/') }),
  );
  expectNothingNew(found, LINT);
});

test('checkov finds nothing that is not decided otherwise, with a reason', async () => {
  const found: Finding[] = [];
  for (const folder of folders) {
    const how = ['--framework', 'cloudformation', '--skip-download', '--compact', '--quiet'];
    const { out } = await askPython('checkov', ['-d', folder, ...how, '-o', 'json']);
    const { results } = CheckovFindings.parse(JSON.parse(out));
    found.push(
      ...results.failed_checks.map(({ check_id, resource }) => ({
        rule: check_id,
        about: resource,
      })),
    );
  }
  expect(found).not.toEqual([]);
  expectNothingNew(found, CHECKOV);
});
