/**
 * What the mock of AWS cannot do, so that the copy of a module which is applied to it does otherwise. What is off here
 * is planned all the same by the module's own tests.
 */
export interface MockLimit {
  /** without one it is a resource of roots themselves */
  readonly module?: string;
  /** type and name: `aws_kms_key.this` */
  readonly resource: string;
  /** where it stands in the way of one example only */
  readonly example?: string;
  /** `count`, `for_each`: it is not made at all; else the attributes whose difference from what was written is let be */
  readonly without: 'count' | 'for_each' | readonly string[];
  /** HCL that is laid over the module besides: what those get who read it */
  readonly instead?: string;
  /** HCL that is laid beside it: stand-ins that `instead` reads */
  readonly besides?: string;
  /** what the mock does or leaves undone */
  readonly reason: string;
}
