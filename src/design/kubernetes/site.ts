import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import type { YamlValue } from '../yaml/yaml.ts';

/**
 * Marks a value that may differ between environments, under a name for it: `vary('scale.min', 3)`. Overlays patch it;
 * in a chart it becomes `{{ .Values.scale.min }}`.
 */
export type Vary = (name: string, value: YamlValue) => YamlValue;

/** Where manifests are written for. */
export interface Site {
  readonly architecture: Architecture;
  readonly environment: Environment;
  readonly vary: Vary;
}
