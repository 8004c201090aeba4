// In which order do the stacks build on one another? What keeps data, what turns away if somebody wants it, what people enter by, what works, what answers, what watches.
import type { App } from 'aws-cdk-lib';
import type { Bundles } from '../constructs/app-function.ts';
import type { Stage } from '../stages.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { FirewallStack } from './firewall-stack.ts';
import { WatchStack } from './watch-stack.ts';
import { WebStack } from './web-stack.ts';
import { WorkflowStack } from './workflow-stack.ts';

/** Adds every stack of a stage to the app. */
export const addTrinhKy = (app: App, stage: Stage, bundles: Bundles): void => {
  const name = (part: string) => `${stage.prefix}-${part}`;
  const data = new DataStack(app, name('data'), stage);
  const firewall = stage.firewall ? new FirewallStack(app, name('firewall'), stage) : undefined;
  const web = new WebStack(app, name('web'), { stage, data, firewall });
  const workflow = new WorkflowStack(app, name('workflow'), {
    stage,
    bundles,
    data,
    webUrl: web.url,
  });
  const api = new ApiStack(app, name('api'), { stage, bundles, data, web, workflow });
  new WatchStack(app, name('watch'), { stage, data, web, workflow, api });
};
