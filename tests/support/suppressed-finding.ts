import { expect } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { Node } from '../../src/model/node.ts';
import type { Resource } from '../../src/model/resource.ts';
import { SourceFile } from '../../src/model/source-file.ts';
import { applySuppressions } from '../../src/verdict/apply-suppressions.ts';
import type { Suppression } from '../../src/verdict/suppression.ts';
import { findSuppressions } from '../../src/verdict/suppression-comments.ts';

export const known = ['aws/open', 'aws/other', 'kubernetes/root', 'dockerfile/latest', 'github-actions/pin'];

interface Place {
  readonly file: SourceFile;
  /** text that the finding's place starts with */
  readonly at: string;
  /** text that its resource starts with; the finding's own place where absent */
  readonly resource?: string;
  readonly check?: string;
  readonly sameAs?: readonly string[];
  readonly body?: Node;
  readonly source?: Resource['source'];
}

export function findingAt({
  file,
  at,
  resource = at,
  check = 'aws/open',
  sameAs = [],
  body,
  source,
}: Place): Finding {
  const start = file.text.indexOf(at);
  const top = file.text.indexOf(resource);
  expect(Math.min(start, top), 'the place is in the text').toBeGreaterThanOrEqual(0);
  return {
    check,
    title: '',
    dimension: 'security',
    severity: 'high',
    message: '',
    key: '',
    sameAs,
    origin: { file, start, end: start + at.length },
    resource: {
      address: 'aws_s3_bucket.a["x"]',
      type: 'aws_s3_bucket',
      name: 'a',
      source: source ?? 'terraform',
      unit: { id: 'u', kind: 'terraform', path: '.', environment: 'prod' },
      body: body ?? new Node(file, top, top + resource.length, null),
    },
  };
}

export function apply(finding: Finding, suppressions: readonly Suppression[], today = '2026-01-01') {
  return applySuppressions([finding], suppressions, { known, ran: new Set(known), today });
}

/** Whether a finding is hidden, and what is said. */
export function judge(place: Omit<Place, 'file'> & { path?: string; text: string; today?: string }) {
  const file = new SourceFile(place.path ?? 'main.tf', place.text);
  const finding = findingAt({ ...place, file });
  const { suppressed, problems } = apply(finding, findSuppressions(file), place.today);
  return {
    hidden: suppressed.has(finding),
    by: suppressed.get(finding),
    said: problems.map((p) => p.message),
  };
}

export const bucket = (head: string, inside = '', trailing = '') =>
  `${head}resource "aws_s3_bucket" "a" {\n${inside}  acl = "public"${trailing}\n\n  tags = {\n    a = "b"\n  }\n}\n\nresource "aws_s3_bucket" "b" {\n  force = true\n}\n`;
