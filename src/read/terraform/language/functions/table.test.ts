import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { evaluateText } from '../../../../../tests/support/evaluate-text.ts';
import type { Type } from '../type.ts';
import { functionNamed } from './table.ts';

interface Signature {
  readonly parameters?: readonly { readonly name: string }[];
  readonly variadic_parameter?: { readonly name: string };
  readonly return_type: unknown;
}

const asked = spawnSync('terraform', ['metadata', 'functions', '-json'], { encoding: 'utf8' });
const hasTerraform = asked.status === 0;
const signatures = hasTerraform
  ? (JSON.parse(asked.stdout) as { function_signatures: Record<string, Signature> }).function_signatures
  : {};

/** They take expressions, not values. */
const forms = new Set(['try', 'can']);
/** In OpenTofu it gives a lone interpolation as it is; in Terraform always a string. */
const differs = new Set(['templatestring']);

/** As Terraform writes types in JSON. */
function written(type: Type): unknown {
  if (type.kind === 'any') return 'dynamic';
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map'
    ? [type.kind, written(type.element)]
    : type.kind;
}

describe.skipIf(!hasTerraform)('functions as terraform metadata lists them (needs terraform on PATH)', () => {
  for (const [name, signature] of Object.entries(signatures))
    if (!forms.has(name.replace('core::', '')))
      it(name, () => {
        const definition = functionNamed(name)!;
        expect(definition).toBeDefined();
        expect(definition.parameters.map((parameter) => parameter.name)).toEqual(
          (signature.parameters ?? []).map((parameter) => parameter.name),
        );
        expect(definition.rest?.name).toBe(signature.variadic_parameter?.name);
        if (differs.has(name.replace('core::', ''))) return;
        if (typeof definition.result !== 'function' && signature.return_type !== 'dynamic')
          expect(written(definition.result)).toEqual(signature.return_type);
      });
});

it('functions of the core have their prefix too', () => {
  expect(evaluateText('core::upper(core::try([][0], "a"))').value.data).toBe('A');
});
