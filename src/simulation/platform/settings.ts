/** What holds where nothing is said. Each is stated in the output when it is used. */
export const defaults = {
  zones: 3,
  instanceType: 'm5.xlarge',
  nodeStartSeconds: 180,
  podStartSeconds: 60,
  load: 2,
} as const;
