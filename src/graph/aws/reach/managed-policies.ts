import type { Node } from '../../../model/node.ts';
import type { Statement } from '../policy-document.ts';

interface Managed {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
}

/** What the policies that AWS keeps allow, of those that lead to more. Source: AWS Managed Policy Reference Guide. */
const managed: Readonly<Record<string, Managed>> = {
  AdministratorAccess: { actions: ['*'] },
  IAMFullAccess: { actions: ['iam:*'] },
  PowerUserAccess: { notActions: ['iam:*', 'organizations:*', 'account:*'] },
  AmazonSSMFullAccess: { actions: ['ssm:*'] },
  AmazonEC2FullAccess: { actions: ['ec2:*'] },
};

/** `AdministratorAccess` of `arn:aws:iam::aws:policy/AdministratorAccess`, whatever the partition. */
export function managedName(arn: string): string | undefined {
  return /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)?.[1];
}

/** What a policy that AWS keeps allows; nothing where it is not one that leads to more. */
export function managedStatements(name: string, node: Node): readonly Statement[] {
  const found = managed[name];
  if (!found) return [];
  return [
    {
      node,
      sid: undefined,
      effect: 'Allow',
      actions: found.actions ?? [],
      notActions: found.notActions ?? [],
      resources: ['*'],
      notResources: [],
      principals: [],
      exceptPrincipals: false,
      conditions: [],
    },
  ];
}
