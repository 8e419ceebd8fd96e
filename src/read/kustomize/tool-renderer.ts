import type { Repository } from '../../model/repository.ts';
import { type OverlayRenderer, type Rendering, renderingOf, renderSeconds } from '../renderer.ts';

const remedy = 'install kustomize or kubectl to have overlays rendered';

/**
 * Renders with `kustomize build`, or with `kubectl kustomize` where there is no kustomize. Both run no plugins and load
 * no file from outside of the folders that the kustomizations name, unless flags say so that are not given here.
 */
export function toolRenderer(repository: Repository): OverlayRenderer {
  let noKustomize = false;
  return {
    async render(folder): Promise<Rendering> {
      // a folder that begins with a dash must not read as a flag
      const target = `./${folder}`;
      const limits = { seconds: renderSeconds };
      if (!noKustomize) {
        const run = await repository.run('kustomize', ['build', target], limits);
        if (run.outcome !== 'missing') return renderingOf(run, 'kustomize build', repository.root, remedy);
        noKustomize = true;
      }
      const run = await repository.run('kubectl', ['kustomize', target], limits);
      return renderingOf(
        run,
        run.outcome === 'missing' ? 'kubectl' : 'kubectl kustomize',
        repository.root,
        remedy,
      );
    },
  };
}
