import type { Architecture } from '../architecture.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { charted } from './helm/package.ts';
import { kustomized } from './kustomize/package.ts';
import { unitsOf } from './units.ts';

/** Manifests of what runs in clusters: bases with overlays, or charts with values. */
export const kubernetes: Target = { name: 'kubernetes', write };

function write(architecture: Architecture): Files {
  const files = new FileSet();
  for (const unit of unitsOf(architecture)) {
    const written = unit.chart && architecture.delivery.packaging === 'helm' ? charted : kustomized;
    files.addAll(written(unit, architecture.environments));
  }
  return files.files;
}
