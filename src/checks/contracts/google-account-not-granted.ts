import type { Graph } from '../../graph/graph.ts';
import { namespaceOf } from '../../graph/kubernetes/names.ts';
import { accountAnnotationOf } from '../../graph/links/identity.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import { untold, writtenText } from '../../read/terraform/documents.ts';
import { check } from '../check.ts';

const annotated: Selector<Subject> = {
  of: 'service accounts that act as one of Google Cloud',
  find: (graph) =>
    graph.ofType('ServiceAccount').flatMap((resource) => {
      const node = accountAnnotationOf(resource);
      const isDeclared = graph
        .from(resource, 'assumes')
        .some(({ to }) => to.type === 'google_service_account');
      return node && isDeclared ? [{ resource, node }] : [];
    }),
};

export default check({
  id: 'contracts/google-account-not-granted',
  title: 'Google service account that its pods may not act as',
  dimension: 'functionality',
  severity: 'high',
  why: 'A pod acts as a service account of Google Cloud only where that grants its Kubernetes account the role workloadIdentityUser, by namespace and name. Where one of them differs by a letter, every call of the pod is denied, and neither file shows why.',
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#kubernetes-sa-to-iam'],
  visits: annotated,
  judge({ resource, node }, graph) {
    const accounts = graph.from(resource, 'assumes').map(({ to }) => to);
    const granted: string[] = [];
    for (const account of accounts.filter(({ type }) => type === 'google_service_account')) {
      // a policy, a module or another root may grant it too
      if (graph.to(account).some(({ from }) => /^(module|output)$|_iam_policy$/.test(from.type))) return;
      for (const member of membersOf(graph, account)) {
        const text = writtenText(member);
        if (text === undefined) throw new Undecided(node, `who may act as ${account.address} is not known`);
        const [, namespace, name] = /\[(.*)\/(.*)\]$/.exec(text) ?? [];
        if (namespace === undefined || name === undefined) continue;
        if (means(namespace, namespaceOf(resource)) && means(name, resource.name)) return;
        granted.push(`${namespace}/${name}`);
      }
    }
    const [account] = accounts;
    return {
      message: `${resource.address} acts as ${account!.address}, which grants roles/iam.workloadIdentityUser ${granted.length > 0 ? `only to ${[...new Set(granted)].join(', ')}` : 'to no pod'}: every call of its pods is denied. Grant it to [${namespaceOf(resource) ?? '<namespace>'}/${resource.name}].`,
      at: node,
    };
  },
  examples: {
    bad: files('shop/order'),
    good: files('shop/orders'),
  },
});

/** Members whom an account lets act as itself, wherever in its root that is written. */
function membersOf(graph: Graph, account: Resource): readonly Node[] {
  return ['google_service_account_iam_member', 'google_service_account_iam_binding'].flatMap((type) =>
    ofTypeInUnit(graph, type, account.unit).flatMap((grant) => {
      if (!graph.from(grant).some(({ to }) => to === account)) return [];
      const role = grant.body.peek('role')?.content;
      if (typeof role === 'string' && role !== 'roles/iam.workloadIdentityUser') return [];
      const members = grant.body.peek('members')?.content;
      const member = grant.body.peek('member');
      return [...(member ? [member] : []), ...(Array.isArray(members) ? (members as readonly Node[]) : [])];
    }),
  );
}

function means(written: string, actual: string | undefined): boolean {
  return actual === undefined || written.includes(untold) || written === actual;
}

function files(subject: string): Readonly<Record<string, string>> {
  return {
    'account.yaml':
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop\n  annotations:\n    iam.gke.io/gcp-service-account: orders@acme-shop.iam.gserviceaccount.com\n',
    'account.tf': `resource "google_service_account" "orders" {
  account_id = "orders"
}

resource "google_service_account_iam_member" "orders" {
  service_account_id = google_service_account.orders.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:acme-shop.svc.id.goog[${subject}]"
}
`,
  };
}
