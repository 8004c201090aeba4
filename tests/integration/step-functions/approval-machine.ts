// A small approval with one of everything that must outlive a kill: calls, a token, a wait, a retry,
// a Map and a Parallel.
import { askWithToken, lambdaArn } from './machine-under-test.ts';

export const approvalMachine = {
  StartAt: 'Prepare',
  States: {
    Prepare: {
      Type: 'Task',
      Resource: lambdaArn('prepare'),
      ResultPath: '$.prepared',
      Next: 'Ask',
    },
    Ask: {
      ...askWithToken,
      TimeoutSeconds: 86_400,
      ResultPath: '$.decision',
      Next: 'Pause',
    },
    Pause: { Type: 'Wait', Seconds: 0, Next: 'Sign' },
    Sign: {
      Type: 'Task',
      Resource: lambdaArn('sign'),
      Retry: [{ ErrorEquals: ['Unavailable'], IntervalSeconds: 0, MaxAttempts: 20 }],
      ResultPath: '$.signed',
      Next: 'Deliver',
    },
    Deliver: {
      Type: 'Map',
      ItemsPath: '$.recipients',
      MaxConcurrency: 1,
      ItemProcessor: {
        StartAt: 'Send',
        States: {
          Send: { Type: 'Task', Resource: lambdaArn('send'), Next: 'Sent' },
          Sent: { Type: 'Pass', End: true },
        },
      },
      ResultPath: '$.deliveries',
      Next: 'Tell',
    },
    Tell: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Notify',
          States: { Notify: { Type: 'Task', Resource: lambdaArn('notify'), End: true } },
        },
        { StartAt: 'Quiet', States: { Quiet: { Type: 'Pass', Result: null, End: true } } },
      ],
      ResultPath: null,
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};
