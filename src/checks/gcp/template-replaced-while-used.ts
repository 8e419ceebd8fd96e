import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/template-replaced-while-used',
  title: 'Template or certificate that cannot be replaced',
  dimension: 'functionality',
  severity: 'medium',
  why: 'Instance templates and certificates are never changed, only replaced, and Google refuses to delete one that is in use: the next change of it fails in the middle of the apply. With name_prefix and create_before_destroy the new one is there first.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template#using-with-instance-group-manager',
  ],
  visits: resources(
    'google_compute_instance_template',
    'google_compute_region_instance_template',
    'google_compute_ssl_certificate',
  ),
  judge({ resource, node }, graph) {
    const name = node.get('name');
    // a name that is put together from its content changes with it
    if (!name || typeof name.content !== 'string') return;
    const users = graph.to(resource).filter(({ from }) => !/^(output|data\.|module)/.test(from.type));
    if (users.length === 0) return;
    return {
      message: `${resource.address} has a fixed name and is used by ${users[0]!.from.address}, so that its next change fails: use name_prefix, and create_before_destroy in its lifecycle.`,
      at: name,
    };
  },
  examples: {
    bad: template('name         = "api"'),
    good: template('name_prefix  = "api-"'),
  },
});

function template(name: string): string {
  return `resource "google_compute_instance_template" "api" {
  ${name}
  machine_type = "e2-medium"

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_compute_region_instance_group_manager" "api" {
  name               = "api"
  base_instance_name = "api"
  region             = "europe-west3"

  version {
    instance_template = google_compute_instance_template.api.id
  }
}
`;
}
