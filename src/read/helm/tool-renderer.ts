import type { Repository } from '../../model/repository.ts';
import { type ChartRenderer, renderingOf, renderSeconds } from '../renderer.ts';

const remedy = 'install Helm 3.16 or newer to have charts rendered';

/**
 * Renders with `helm template`: CRDs included, tests left out. It asks no cluster and fetches nothing: charts whose
 * dependencies are missing are not handed to it, and schemas of values, which may refer to URLs, are left out.
 */
export function toolRenderer(repository: Repository): ChartRenderer {
  return {
    async render({ folder, release, values, kubernetesVersion }) {
      const args = [
        'template',
        release,
        `./${folder}`,
        '--include-crds',
        '--skip-tests',
        '--skip-schema-validation',
      ];
      for (const path of values) args.push('--values', `./${path}`);
      args.push('--kube-version', kubernetesVersion);
      // every cluster serves it, but Helm does not know: charts that ask would fall back to what was removed
      args.push('--api-versions', 'apiregistration.k8s.io/v1');
      const run = await repository.run('helm', args, { seconds: renderSeconds });
      if (run.outcome === 'failed' && run.stderr.includes('unknown flag'))
        return { ok: false, kind: 'tool', message: `this \`helm\` is too old: ${remedy}` };
      return renderingOf(run, run.outcome === 'missing' ? 'helm' : 'helm template', repository.root, remedy);
    },
  };
}
