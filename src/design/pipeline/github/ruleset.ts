import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { pinnedInTerraform } from '../signed-images.ts';

/**
 * Protection of the main branch as GitHub imports it (Settings, Rules, Import a ruleset).
 * Source: https://docs.github.com/rest/repos/rules
 */
export function ruleset(architecture: Architecture): string {
  const { delivery, environments } = architecture;
  const approvals = Math.max(1, ...environments.map((environment) => environment.approvals));
  const checks = ['validate', 'scan', ...(pinnedInTerraform(architecture).length > 0 ? ['images'] : [])];
  return `${JSON.stringify(
    {
      name: `protect ${delivery.branch}`,
      target: 'branch',
      enforcement: 'active',
      bypass_actors: [],
      conditions: { ref_name: { include: [`refs/heads/${delivery.branch}`], exclude: [] } },
      rules: [
        { type: 'deletion' },
        { type: 'non_fast_forward' },
        { type: 'required_linear_history' },
        {
          type: 'pull_request',
          parameters: {
            required_approving_review_count: Math.min(approvals, 6),
            dismiss_stale_reviews_on_push: true,
            require_code_owner_review: true,
            require_last_push_approval: true,
            required_review_thread_resolution: true,
          },
        },
        {
          type: 'required_status_checks',
          parameters: {
            strict_required_status_checks_policy: true,
            required_status_checks: checks.map((context) => ({ context })),
          },
        },
      ],
    },
    null,
    2,
  )}\n`;
}

/** Protection of the branch that Flux follows in an environment: approvals are given where it is moved. */
export function releaseRuleset({ name, approvals }: Environment): string {
  return `${JSON.stringify(
    {
      name: `protect release/${name}`,
      target: 'branch',
      enforcement: 'active',
      bypass_actors: [],
      conditions: { ref_name: { include: [`refs/heads/release/${name}`], exclude: [] } },
      rules: [
        { type: 'deletion' },
        { type: 'non_fast_forward' },
        {
          type: 'pull_request',
          parameters: {
            required_approving_review_count: Math.min(approvals, 6),
            dismiss_stale_reviews_on_push: true,
            require_code_owner_review: false,
            require_last_push_approval: true,
            required_review_thread_resolution: true,
            // a squash would make the branches differ for good
            allowed_merge_methods: ['merge'],
          },
        },
      ],
    },
    null,
    2,
  )}\n`;
}
