import { deliveryRemoteName } from '../../gitops/settings.ts';
import { comment, type Part, resource } from '../../hcl/items.ts';
import { raw, template } from '../../hcl/value.ts';
import { call } from '../call.ts';
import type { Input, Place } from '../part.ts';
import { copyOfSecret } from './copy-of-secret.ts';

/** Who of the teams gets into the cluster, and what delivery reads there. */
export function accessParts(place: Place): {
  readonly parts: readonly Part[];
  readonly inputs: readonly Input[];
} {
  const { architecture, environment } = place;
  const teams = environment.namespaces.map(({ name }) => name);
  return {
    parts: [
      teams.length > 0 && [
        comment('What the group may do is said in the namespace of its team.'),
        resource('aws_eks_access_entry', 'team', {
          for_each: raw('var.team_role_arns'),
          cluster_name: raw('module.cluster.name'),
          principal_arn: raw('each.value'),
          kubernetes_groups: [template('team:${each.key}')],
        }),
      ],
      architecture.delivery.gitops !== 'none' &&
        environment.standsFor === undefined &&
        call(place, 'delivery', 'secret', {
          name: deliveryRemoteName(environment),
          description:
            'Filled in by a person, as JSON: what delivery reads the repository and tells people with',
          kms_key_arn: raw('module.platform_key.arn'),
          ...copyOfSecret(place, raw('module.platform_recovery_key.arn')),
        }),
    ]
      .flat()
      .filter((part): part is Exclude<typeof part, false> => part !== false),
    inputs:
      teams.length === 0
        ? []
        : [
            {
              name: 'team_role_arns',
              description: `Roles of teams in the account, by team (${teams.join(', ')}), such as those of single sign-on: they see what runs in their namespace.`,
              type: 'map(string)',
              default: {},
              validation: {
                condition:
                  'alltrue([for team, arn in var.team_role_arns : contains([' +
                  teams.map((team) => JSON.stringify(team)).join(', ') +
                  '], team) && startswith(arn, "arn:aws:iam::")])',
                message:
                  'Teams have a namespace here, and a role is written as arn:aws:iam::111122223333:role/name.',
              },
            },
          ],
  };
}
