import { yaml } from '../../yaml/yaml.ts';

/** Kustomize knows where a Deployment names ConfigMaps, and has to be told of a Rollout, so that hashed names reach it. */
export const rolloutReferences = yaml({
  nameReference: [
    {
      kind: 'ConfigMap',
      version: 'v1',
      fieldSpecs: [
        {
          group: 'argoproj.io',
          kind: 'Rollout',
          path: 'spec/template/spec/containers/envFrom/configMapRef/name',
        },
      ],
    },
  ],
});
