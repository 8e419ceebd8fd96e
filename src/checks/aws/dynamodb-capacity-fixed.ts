import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

/** Units of capacity that the free tier covers. Source: Amazon DynamoDB pricing for provisioned capacity. */
const freeUnits = 25;

export default check({
  id: 'aws/dynamodb-capacity-fixed',
  title: 'Table with a fixed capacity',
  dimension: 'cost',
  severity: 'low',
  why: 'Provisioned capacity is paid around the clock and refuses requests above it: too much at night, too little at noon. Autoscaling follows the load within minutes, and on-demand capacity needs no figure at all.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html',
  ],
  visits: resources('aws_dynamodb_table'),
  judge({ resource, node }, graph) {
    if ((node.text('billing_mode') ?? 'PROVISIONED') !== 'PROVISIONED') return;
    const read = node.amount('read_capacity') ?? 0;
    const write = node.amount('write_capacity') ?? 0;
    if (read <= freeUnits && write <= freeUnits) return;
    if (companionsOf(graph, resource, 'aws_appautoscaling_target', 'resource_id').length > 0) return;
    return {
      message: `${resource.address} pays for ${read} read and ${write} write units around the clock and refuses what goes beyond: set billing_mode to PAY_PER_REQUEST, or add autoscaling.`,
      at: node.get('read_capacity') ?? node,
    };
  },
  examples: {
    bad: table('  read_capacity  = 200\n  write_capacity = 100\n'),
    good: table('  billing_mode   = "PAY_PER_REQUEST"\n'),
  },
});

function table(capacity: string): string {
  return `resource "aws_dynamodb_table" "orders" {
  name           = "orders"
${capacity}  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }
}
`;
}
