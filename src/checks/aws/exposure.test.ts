import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { judge } from '../../verdict/judge.ts';
import podReachesAdministrator from '../contracts/pod-reaches-administrator.ts';
import apiOpen from './api-open.ts';
import functionUrlOpen from './function-url-open.ts';

const admin = `
resource "aws_iam_role" "job" {
  name                = "job"
  assume_role_policy  = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}
resource "aws_lambda_function" "job" {
  function_name = "job"
  role          = aws_iam_role.job.arn
}
`;

describe('the way from the internet to an administrator', () => {
  it('is told from the URL of a function', async () => {
    const { graph } = await readFiles({
      'main.tf': `${admin}
resource "aws_lambda_function_url" "job" {
  function_name      = aws_lambda_function.job.function_name
  authorization_type = "NONE"
}
`,
    });
    const [finding] = judge(graph, [functionUrlOpen]).findings;
    expect(finding).toMatchObject({
      severity: 'high',
      message: expect.stringContaining(
        ', as aws_iam_role.job, which may do everything (AdministratorAccess): set',
      ),
    });
  });

  it('is told from a route through its integration', async () => {
    const { graph } = await readFiles({
      'main.tf': `${admin}
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_integration" "job" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.job.invoke_arn
}
resource "aws_apigatewayv2_route" "job" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "POST /job"
  target    = "integrations/\${aws_apigatewayv2_integration.job.id}"
}
`,
    });
    const [finding] = judge(graph, [apiOpen]).findings;
    expect(finding).toMatchObject({
      severity: 'high',
      message: expect.stringContaining(
        'may call POST /job of aws_apigatewayv2_api.shop, and so have aws_lambda_function.job run as aws_iam_role.job',
      ),
    });
  });

  it('is told from an Ingress to a pod that takes a role by pod identity', async () => {
    const { graph } = await readFiles({
      'main.tf': `${admin}
resource "aws_eks_pod_identity_association" "api" {
  cluster_name    = "shop"
  namespace       = "shop"
  service_account = "api"
  role_arn        = aws_iam_role.job.arn
}
`,
      'api.yaml': `apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      serviceAccountName: api
      containers: [{ name: api, image: "acme/api:1", ports: [{ containerPort: 8080 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec:
  type: LoadBalancer
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
    });
    const [finding] = judge(graph, [podReachesAdministrator]).findings;
    expect(finding).toMatchObject({
      severity: 'critical',
      message:
        'Service/shop/api lets the internet in to Deployment/shop/api, which runs as ServiceAccount/shop/api, which takes aws_iam_role.job, which may do everything (AdministratorAccess): give the role the few actions that its pods use.',
    });
  });
});
