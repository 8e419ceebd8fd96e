/** Checks that find something mild in what design writes for the examples, and why it stays. Nothing at medium or above may. */
export const accepted: Readonly<Record<string, string>> = {
  'argo-cd/objects-left-behind':
    'namespaces, foundation and shared folders must not be emptied because an Application was deleted',
  'argo-cd/revision-floating':
    'the root follows main on purpose: what it leads to waits for a person in production, and what stands ready for it in another region is tried there before anybody depends on it',
  'aws/secret-not-rotated':
    'secrets of third parties and tokens of caches are changed by people: no function of AWS knows how, and the runbook says when',
  'kubernetes/secret-read-through-env':
    'a blueprint gives secrets as variables, which every program can read; files are a change of one line',
};
