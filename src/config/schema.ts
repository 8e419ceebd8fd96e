import * as z from 'zod/mini';
import { dimensions, severities } from '../model/dimension.ts';
import { simulationSchema } from './simulation-schema.ts';

// zod/mini is the same library in functions that a bundler can leave out: 15 kB instead of 440 kB at start.

const text = z.string().check(z.minLength(1));
const day = z.iso.date().check(z.describe('The last day on which it holds, as 2026-03-31 (in UTC).'));
const patterns = (meaning: string) => z.array(text).check(z.describe(meaning));
const ruleSeverity = z.enum(['off', ...severities]);

export const configSchema = z
  .strictObject({
    failOn: z.exactOptional(
      z
        .enum([...severities, 'none'])
        .check(z.describe('Findings of this severity and worse make the run fail. Default: high.')),
    ),
    failOnIncomplete: z.exactOptional(
      z.boolean().check(z.describe('Fail as well where something could not be read. Default: false.')),
    ),
    kubernetesVersion: z.exactOptional(
      z
        .string()
        .check(
          z.regex(/^1\.\d{1,3}$/),
          z.describe(
            'The Kubernetes version whose API schemas manifests are held against, in quotes: "1.33".',
          ),
        ),
    ),
    include: z.exactOptional(patterns('Patterns of the paths that are looked at. Default: all.')),
    exclude: z.exactOptional(
      patterns('Patterns of the paths that are left out, also where include names them.'),
    ),
    checks: z.exactOptional(
      z
        .record(
          text,
          z.union([
            ruleSeverity,
            z.strictObject({
              severity: z.exactOptional(ruleSeverity),
              paths: z.exactOptional(patterns('Only findings in these paths count.')),
            }),
          ]),
        )
        .check(
          z.describe(
            'What holds for a check, by its id or for a family: off, a severity, or both with paths.',
          ),
        ),
    ),
    environments: z.exactOptional(
      z
        .record(
          text,
          z.union([
            text,
            z.strictObject({
              name: text,
              production: z.exactOptional(
                z.boolean().check(z.describe('Whether people depend on it. Default: judged by the name.')),
              ),
            }),
          ]),
        )
        .check(z.describe('Names of environments by path pattern.')),
    ),
    terraform: z.exactOptional(
      z.strictObject({
        varFiles: z.exactOptional(
          patterns('Variable files used for every root, relative to the repository.'),
        ),
        vars: z.exactOptional(z.record(text, z.json()).check(z.describe('Values of input variables.'))),
      }),
    ),
    simulation: z.exactOptional(simulationSchema),
    baseline: z.exactOptional(
      text.check(z.describe('Path of the baseline. Default: plinth.baseline.yaml, where it exists.')),
    ),
    suppressions: z.exactOptional(
      z
        .array(
          z.strictObject({
            check: text.check(z.describe('Id of a check, or a family: kubernetes/*.')),
            resource: z.exactOptional(
              text.check(z.describe('Address of the resource; * stands for any text.')),
            ),
            path: z.exactOptional(text.check(z.describe('Path pattern.'))),
            reason: text,
            owner: z.exactOptional(text),
            expires: z.exactOptional(day),
          }),
        )
        .check(z.describe('Findings that are accepted for a reason.')),
    ),
    ownChecks: z.exactOptional(
      z
        .array(
          z.strictObject({
            id: z
              .string()
              .check(
                z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
                z.describe('own/name, or another family of yours.'),
              ),
            title: text.check(z.describe('Names the defect in a few words.')),
            dimension: z.enum(dimensions),
            severity: z.enum(severities),
            why: z.exactOptional(text),
            resources: z
              .union([text, z.array(text)])
              .check(z.describe('Types it looks at: Deployment, aws_s3_bucket.')),
            when: z.exactOptional(text.check(z.describe('CEL: which of them. Default: all.'))),
            assert: text.check(
              z.describe('CEL: what must hold. It reads resource, address, kind, name and unit.'),
            ),
            message: z.exactOptional(text.check(z.describe('What is wrong and what to do.'))),
            controls: z.exactOptional(z.array(text)),
            sameAs: z.exactOptional(z.array(text)),
          }),
        )
        .check(z.describe('Checks of your own, each an expression.')),
    ),
  })
  .check(z.describe('Configuration of Plinth: plinth.config.yaml'));

export type WrittenConfig = z.infer<typeof configSchema>;
