import type { Selector } from '../../graph/selector.ts';
import { isApplied, type Root, roots } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

/** What only a root has that looks after whole projects. */
const projectTypes = /^google_(project|folder|billing_project_info)$/;

const projectRoots: Selector<Root> = {
  of: 'roots that make projects',
  find: (graph) =>
    graph
      .select(roots)
      .filter((root) => isApplied(root) && root.members.some(({ type }) => projectTypes.test(type))),
};

export default check({
  id: 'gcp/budget-missing',
  title: 'Project without a budget',
  dimension: 'cost',
  severity: 'info',
  why: 'A forgotten cluster or a leaked key that mines coins shows on the bill a month later. A budget tells the day after its threshold is passed, and costs nothing.',
  sources: ['https://cloud.google.com/billing/docs/how-to/budgets'],
  visits: projectRoots,
  judge({ resource, members }, graph) {
    if (graph.ofType('google_billing_budget').length > 0) return;
    // modules that make projects often make their budgets
    if (graph.ofType('module').some(({ body }) => /budget/.test(JSON.stringify(body.plain())))) return;
    const path = resource.unit.path === '.' ? 'This root' : resource.unit.path;
    const at = members.find(({ type }) => projectTypes.test(type));
    return {
      message: `${path} makes projects, and nothing in the repository tells when they cost more than expected: add a google_billing_budget with threshold_rules.`,
      at: at?.body ?? resource.body,
    };
  },
  examples: {
    bad: project(''),
    good: project(
      '\nresource "google_billing_budget" "shop" {\n  billing_account = "000000-111111-222222"\n\n  amount {\n    specified_amount {\n      units = "5000"\n    }\n  }\n}\n',
    ),
  },
});

function project(budget: string): string {
  return `provider "google" {
  region = "europe-west3"
}

resource "google_project" "shop" {
  name                = "shop"
  project_id          = "acme-shop"
  auto_create_network = false
}
${budget}`;
}
