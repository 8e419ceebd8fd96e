/** Tools that guideline files settle where the blueprint is silent. */
export interface Tools {
  readonly ci?: 'github' | 'gitlab';
  readonly gitops?: 'argocd' | 'flux';
  readonly packaging?: 'kustomize' | 'helm';
  readonly compute?: 'eks' | 'ecs';
}

/** What speaks of a choice, and the tools among which one is named. */
const choices: readonly {
  readonly key: keyof Tools;
  readonly about: RegExp;
  readonly tools: Readonly<Record<string, RegExp>>;
}[] = [
  {
    key: 'gitops',
    about: /\b(gitops|deliver|deploy|sync|manifests?|clusters?)/i,
    tools: { argocd: /\bargo ?cd\b/i, flux: /\bflux(cd)?\b/i },
  },
  {
    key: 'ci',
    about: /\b(ci|pipelines?|builds?|workflows?|actions)\b/i,
    tools: { github: /\bgithub actions\b/i, gitlab: /\bgitlab([ -]ci)?\b/i },
  },
  {
    key: 'packaging',
    about: /\b(packag|overlays?|manifests?|charts?)/i,
    tools: { helm: /\bhelm\b/i, kustomize: /\bkustomize\b/i },
  },
  {
    key: 'compute',
    about: /\b(services?|workloads?|containers?|compute|applications?)\b|\b(use|on) (amazon |aws )?e[ck]s\b/i,
    tools: { eks: /\beks\b/i, ecs: /\becs\b|\bfargate\b/i },
  },
];

/** The tools that a line asks for; what it forbids, and what it only compares, is none. */
export function toolsIn(text: string): Tools {
  const asked = text
    // "not Argo CD", "instead of Argo CD"
    .replaceAll(/\b(?:not|never|no|without|instead of|rather than|over)\b[^.;:]*/gi, '')
    .replaceAll(/`/g, '');
  if (!/\b(use|uses|using|with|on|in|by|must|always|only|is|are)\b/i.test(asked)) return {};
  const found = choices.flatMap(({ key, about, tools }) => {
    const named = Object.keys(tools).filter((tool) => tools[tool]!.test(asked));
    return about.test(asked) && named.length === 1 ? [[key, named[0]!] as const] : [];
  });
  return Object.fromEntries(found);
}

const meanings: Readonly<Record<keyof Tools, string>> = {
  ci: 'pipelines are those of',
  gitops: 'manifests are delivered by',
  packaging: 'manifests are packaged with',
  compute: 'services run on',
};

const names: Readonly<Record<string, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  argocd: 'Argo CD',
  flux: 'Flux',
  kustomize: 'Kustomize',
  helm: 'Helm',
  eks: 'EKS',
  ecs: 'ECS',
};

/** What is done about a tool that is asked for. */
export function toolSaid(key: keyof Tools, tool: string): string {
  return `${meanings[key]} ${names[tool] ?? tool}`;
}
