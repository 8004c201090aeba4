// Is what cannot be honoured refused when the machine is opened?
import { expect, test } from 'vitest';
import { readDefinition } from '../../../infra/local/step-functions/definition.ts';
import { askWithToken, lambdaArn, oneTask } from './machine-under-test.ts';

test.each<[string, object, string]>([
  ['HeartbeatSeconds', oneTask({ HeartbeatSeconds: 5 }), 'States.Work: .*HeartbeatSeconds'],
  ['JSONata', { ...oneTask({}), QueryLanguage: 'JSONata' }, 'QueryLanguage'],
  ['JSONata in one state', oneTask({ QueryLanguage: 'JSONata' }), 'States.Work.QueryLanguage'],
  ['variables', oneTask({ Assign: { 'a.$': '$' } }), 'Assign'],
  ['credentials', oneTask({ Credentials: { RoleArn: 'arn:aws:iam::1:role/x' } }), 'Credentials'],
  ['another service', oneTask({ Resource: 'arn:aws:states:::sqs:sendMessage' }), 'only Lambda'],
  ['an activity', oneTask({ Resource: 'arn:aws:states:x:1:activity:y' }), 'only Lambda'],
  [
    'an asynchronous call',
    oneTask({
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: lambdaArn('work'), InvocationType: 'Event' },
    }),
    'InvocationType',
  ],
  [
    'a call of no function',
    oneTask({ Resource: 'arn:aws:states:::lambda:invoke', Parameters: { Payload: {} } }),
    'no FunctionName',
  ],
  ['another context', oneTask({ Parameters: { 'a.$': '$$.Unknown.Id' } }), 'Unknown.Id'],
  ['the whole context', oneTask({ Parameters: { 'a.$': '$$' } }), 'reads \\$\\$'],
  [
    'a Distributed Map',
    {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Send',
            States: { Send: { Type: 'Task', Resource: lambdaArn('send'), End: true } },
          },
          End: true,
        },
      },
    },
    'ProcessorConfig',
  ],
  ['a way to nowhere', { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } }, 'B'],
])('%s is refused by name', (_what, definition, complaint) => {
  expect(() => readDefinition(definition)).toThrowError(new RegExp(complaint));
});

test('what the runner honours is accepted as it is', () => {
  const definition = oneTask({ ...askWithToken, Comment: 'ask', TimeoutSeconds: 31_536_000 });
  expect(readDefinition(definition)).toEqual(definition);
});
