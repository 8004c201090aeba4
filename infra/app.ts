// What does `cdk` deploy? Every handler bundled, every stack of the stage that `-c stage=…` names.
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleHandler, HANDLERS } from './constructs/bundle.ts';
import { addTrinhKy } from './stacks/trinh-ky.ts';
import { readStage } from './stages.ts';

const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out' });
const bundles = join(app.outdir, 'bundles');
await Promise.all(HANDLERS.map((handler) => bundleHandler(handler, bundles)));

addTrinhKy(
  app,
  readStage((name) => app.node.tryGetContext(name)),
  (handler) => Code.fromAsset(join(bundles, handler)),
);
app.synth();
