// Where are an office's own templates? In a partition of its own, with their words compressed beside them.
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { OrganizationId } from '../../domain/ids.ts';
import { Template } from '../../domain/outlines/template.ts';
import type { Templates } from '../../use-cases/ports.ts';
import { answerOf } from '../unavailable.ts';
import { compress, decompress } from './compressed-json.ts';
import { type Item, type Read, toStored } from './item.ts';
import { TEMPLATE_PREFIX, templateKey, templatesOf } from './keys.ts';
import { readable, readOne, readWhole } from './reads.ts';
import { DYNAMODB, type Table } from './table.ts';

const Record = Template.omit({ content: true });

const itemOf = (organizationId: OrganizationId, { content, ...record }: Template): Item => ({
  ...templateKey(organizationId, record.id),
  record,
  content: compress(content),
});

const templateIn = ({ record, content }: Read): Template =>
  Template.parse({ ...Record.parse(record), content: content && decompress(content) });

export const templatesIn = (table: Table): Templates => ({
  of: async (organizationId) => {
    const within = { prefix: TEMPLATE_PREFIX };
    const list = { of: 'table', partition: templatesOf(organizationId), within } as const;
    return readable(table, await readWhole(table, list), ({ record }) => Record.parse(record));
  },
  read: (organizationId, id) => readOne(table, templateKey(organizationId, id), templateIn),
  keep: async (organizationId, template) => {
    const Item = toStored(itemOf(organizationId, template));
    await answerOf(
      DYNAMODB,
      table.client.send(new PutItemCommand({ TableName: table.name, Item })),
    );
  },
  remove: async (organizationId, id) => {
    const Key = marshall(templateKey(organizationId, id));
    await answerOf(
      DYNAMODB,
      table.client.send(new DeleteItemCommand({ TableName: table.name, Key })),
    );
  },
});
