import { describePath, pathToAdministrator } from '../../graph/aws/reach/paths.ts';
import { doorTo } from '../../graph/kubernetes/traffic.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

const accounts: Selector<Subject> = {
  of: 'service accounts that take an IAM role',
  find: (graph) =>
    graph
      .ofType('ServiceAccount')
      .flatMap((resource) =>
        graph.from(resource, 'assumes').length > 0 ? [{ resource, node: resource.body }] : [],
      ),
};

export default check({
  id: 'contracts/pod-reaches-administrator',
  title: 'Pod that owns the AWS account',
  dimension: 'security',
  severity: 'high',
  why: 'A pod gets the rights of the role that its service account takes, and of every role that one leads to. A flaw in the program, a library or an image then costs not the pod but the account: its data, its backups, its bill and the logs of the deed. It weighs most where requests from the internet reach the pod.',
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
    'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/',
  ],
  visits: accounts,
  judge({ resource }, graph) {
    for (const { to: role, at } of graph.from(resource, 'assumes')) {
      if (role.type !== 'aws_iam_role') continue;
      const path = pathToAdministrator(graph, role);
      if (!path) continue;
      const pods = graph.to(resource, 'runs-as').map(({ from }) => from);
      const open = pods.flatMap((pod) => {
        const door = doorTo(graph, pod);
        return door ? [`${door.address} lets the internet in to ${pod.address}, which runs as `] : [];
      });
      const pod = pods[0] && open.length === 0 ? `${pods[0].address} runs as ` : '';
      return {
        message: `${open[0] ?? pod}${resource.address}, which takes ${role.address}, which ${describePath(path)}: give the role the few actions that its pods use.`,
        ...(at && { at }),
        key: role.address,
        ...(open.length > 0 && { severity: 'critical' }),
      };
    }
    return;
  },
  examples: {
    bad: {
      'role.tf': `resource "aws_iam_role" "orders" {
  name = "orders"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.example.com" }
      Condition = { StringEquals = { "oidc.example.com:sub" = "system:serviceaccount:shop:orders" } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`,
      'service-account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders
`,
    },
    good: {
      'role.tf': `resource "aws_iam_role" "orders" {
  name = "orders"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.example.com" }
      Condition = { StringEquals = { "oidc.example.com:sub" = "system:serviceaccount:shop:orders" } }
    }]
  })
}

resource "aws_iam_role_policy" "orders" {
  role = aws_iam_role.orders.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sqs:SendMessage"
      Resource = "arn:aws:sqs:eu-central-1:123456789012:orders"
    }]
  })
}
`,
      'service-account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders
`,
    },
  },
});
