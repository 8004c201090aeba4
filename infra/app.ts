// What does `cdk` deploy? Every handler bundled, every stack of the stage that `-c stage=…` names.
import { join } from 'node:path';
import { Annotations, App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import {
  bundleHandlers,
  HANDLERS,
  rendersOnLambda,
  TYPST_FOR_LAMBDA,
} from './constructs/bundle.ts';
import { addTrinhKy } from './stacks/trinh-ky.ts';
import { readStage } from './stages.ts';

const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out' });
const bundles = join(app.outdir, 'bundles');
await bundleHandlers(HANDLERS, bundles);

addTrinhKy(
  app,
  readStage((name) => app.node.tryGetContext(name)),
  (handler) => Code.fromAsset(join(bundles, handler)),
);

// The local stack takes the templates all the same; only `cdk` heeds it, and refuses.
if (!rendersOnLambda) {
  for (const render of app.node.findAll().filter(({ node }) => node.id === 'render')) {
    Annotations.of(render).addError(
      `${TYPST_FOR_LAMBDA} is not installed, without which nothing is rendered on Lambda; infra/README.md says how to install it.`,
    );
  }
}
app.synth();
