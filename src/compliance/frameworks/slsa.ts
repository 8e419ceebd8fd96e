import { controls, type Framework, organisational } from '../framework.ts';

/** The build track. Its requirements upon a producer; those upon build platforms cannot be seen in a repository. */
export const slsa: Framework = {
  id: 'slsa',
  title: 'Supply-chain Levels for Software Artifacts, build track',
  edition: '1.0',
  source: 'https://slsa.dev/spec/v1.0/requirements',
  controls: [
    ...controls([
      ['build-l1', 'artefacts carry provenance that says how they were built'],
      ['build-l2', 'a hosted platform builds, and signs the provenance'],
      ['build-l3', 'nothing else can influence a build or forge its provenance'],
    ]),
    ...organisational([['verification', 'who deploys verifies the provenance against what is expected']]),
  ],
};
