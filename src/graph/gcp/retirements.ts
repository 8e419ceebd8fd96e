/** The newest minor version of Kubernetes, 1.x, whose standard support by GKE had ended by 2026-11-23. Source: GKE release schedule. */
export const retiredKubernetes = { newest: 33 } as const;
