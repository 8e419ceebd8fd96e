import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';

async function relationsOf(files: Record<string, string>): Promise<string[]> {
  const { graph } = await readFiles(files);
  return graph.relations.map(({ kind, from, to }) => `${from.address} ${kind} ${to.address}`).sort();
}

const deployment = (name: string, spec = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: main, image: "registry.example.com/shop/${name}:1" }]
${spec}`;

describe('relations', () => {
  it('lead from the outside to what runs', async () => {
    const relations = await relationsOf({
      'a.yaml': `${deployment('api', '      serviceAccountName: api\n      volumes: [{ name: c, configMap: { name: settings } }]\n')}---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: shop }
spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
`,
    });
    expect(relations).toEqual([
      'Deployment/shop/api mounts ConfigMap/shop/settings',
      'Deployment/shop/api runs-as ServiceAccount/shop/api',
      'Ingress/shop/shop routes-to Service/shop/api',
      'Service/shop/api selects Deployment/shop/api',
    ]);
  });

  it('keep namespaces apart', async () => {
    const service = (namespace: string) => `apiVersion: v1
kind: Service
metadata: { name: api, namespace: ${namespace} }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
`;
    expect(await relationsOf({ 'a.yaml': deployment('api'), 'b.yaml': service('other') })).toEqual([]);
    expect(await relationsOf({ 'a.yaml': deployment('api'), 'b.yaml': service('shop') })).toHaveLength(1);
  });

  it('keep environments apart', async () => {
    const relations = await relationsOf({
      'prod/a.yaml': deployment('api'),
      'staging/hpa.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api } }
`,
    });
    expect(relations).toEqual([]);
  });

  it('follow Terraform references through variables, locals and outputs', async () => {
    const relations = await relationsOf({
      'main.tf': `module "net" {
  source = "./net"
}
module "app" {
  source  = "./app"
  subnets = module.net.subnets
}
`,
      'net/main.tf': 'resource "aws_subnet" "a" {}\noutput "subnets" {\n  value = [aws_subnet.a.id]\n}\n',
      'app/main.tf':
        'variable "subnets" {}\nlocals {\n  s = var.subnets\n}\nresource "aws_lb" "l" {\n  subnets = local.s\n}\n',
    });
    expect(relations).toContain('module.app.aws_lb.l placed-in module.net.aws_subnet.a');
  });

  it('cross layers: service account to role, configuration to queue', async () => {
    const relations = await relationsOf({
      'main.tf': `resource "aws_iam_role" "worker" {
  name = "shop-worker"
}
resource "aws_sqs_queue" "orders" {
  name = "shop-orders"
}
`,
      'k8s.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: worker
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/path/shop-worker" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: worker }
data: { QUEUE: "https://sqs.eu-west-1.amazonaws.com/123456789012/shop-orders" }
`,
    });
    expect(relations).toEqual([
      'ConfigMap/worker configured-by aws_sqs_queue.orders',
      'ServiceAccount/worker assumes aws_iam_role.worker',
    ]);
  });

  it('of Azure tell identities, keys and security groups from what is only named', async () => {
    const relations = await relationsOf({
      'main.tf': `resource "azurerm_user_assigned_identity" "api" {}
resource "azurerm_disk_encryption_set" "disks" {}
resource "azurerm_subnet" "web" {}
resource "azurerm_linux_virtual_machine" "api" {
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.api.id]
  }
  os_disk { disk_encryption_set_id = azurerm_disk_encryption_set.disks.id }
}
resource "azurerm_network_interface" "api" {
  ip_configuration { subnet_id = azurerm_subnet.web.id }
}
resource "azurerm_storage_account" "data" {}
resource "azurerm_role_assignment" "read" {
  scope        = azurerm_storage_account.data.id
  principal_id = azurerm_user_assigned_identity.api.principal_id
}
`,
    });
    expect(relations).toEqual([
      'azurerm_linux_virtual_machine.api protected-by azurerm_disk_encryption_set.disks',
      'azurerm_linux_virtual_machine.api runs-as azurerm_user_assigned_identity.api',
      'azurerm_network_interface.api placed-in azurerm_subnet.web',
      'azurerm_role_assignment.read grants azurerm_user_assigned_identity.api',
      'azurerm_role_assignment.read references azurerm_storage_account.data',
    ]);
  });
});
