import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/group-without-health-check',
  title: 'Machines that are not replaced when their program hangs',
  dimension: 'reliability',
  severity: 'low',
  why: 'A managed group replaces a machine that is gone, but not one whose program hangs: it stays and answers nothing until somebody looks. Autohealing asks the program itself, and replaces what does not answer.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/compute/docs/instance-groups/autohealing-instances-in-migs'],
  visits: resources('google_compute_instance_group_manager', 'google_compute_region_instance_group_manager'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('auto_healing_policies')) return;
    return {
      message: `${resource.address} keeps machines whose program hangs: add auto_healing_policies with a health check that asks the program.`,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: group(''),
    good: group(
      '\n  auto_healing_policies {\n    health_check      = "projects/acme-shop/global/healthChecks/api"\n    initial_delay_sec = 120\n  }\n',
    ),
  },
});

function group(healing: string): string {
  return `resource "google_compute_region_instance_group_manager" "api" {
  name               = "api"
  base_instance_name = "api"
  region             = "europe-west3"

  version {
    instance_template = "projects/acme-shop/global/instanceTemplates/api"
  }
${healing}}
`;
}
