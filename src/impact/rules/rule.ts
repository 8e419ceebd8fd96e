import type { RelationKind } from '../../model/relation.ts';
import type { FlowName } from '../flow.ts';

/** What a relation "from RELATION to" carries. The first rule that fits holds. */
export interface Rule {
  readonly kind?: RelationKind | readonly RelationKind[];
  /** types */
  readonly from?: RegExp;
  readonly to?: RegExp;
  /** the attribute that says so, with the blocks around it: `network_interface.subnet_id` */
  readonly by?: RegExp;
  /** the type of `from` is that of `to` with something behind it, as a part of it is named: `aws_s3_bucket_policy` */
  readonly isPart?: boolean;
  /** what `from` suffers when `to` fails */
  readonly forward?: FlowName;
  /** what `to` suffers when `from` fails */
  readonly back?: FlowName;
}
