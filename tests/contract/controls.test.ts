import { expect, it } from 'vitest';
import { controlsOf } from '../../src/compliance/crosswalk.ts';
import { frameworks } from '../../src/compliance/frameworks.ts';
import { meansControl } from '../../src/compliance/matrix.ts';
import { allChecks } from '../../src/verdict/select-checks.ts';

it('names only controls that their framework has', async () => {
  const unknown = (await allChecks()).flatMap((check) =>
    [...controlsOf(check)]
      .filter((written) => {
        const framework = frameworks.find(({ id }) => written.startsWith(`${id}:`));
        return framework && !framework.controls.some((control) => meansControl(framework, control, written));
      })
      .map((written) => `${check.id}: ${written}`),
  );
  expect(unknown).toEqual([]);
});

it.each(frameworks)('$id lists each control once', ({ controls }) => {
  const names = controls.map(({ id }) => id);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it.each(frameworks)('$id is served by checks', async (framework) => {
  const serving = (await allChecks()).flatMap((check) => [...controlsOf(check)]);
  expect(serving.some((written) => written.startsWith(`${framework.id}:`))).toBe(true);
});

it.each(frameworks.filter(({ id }) => /^(pci-dss|soc2|hipaa|gdpr)$/.test(id)))(
  '$id is served by checks of several dimensions',
  async (framework) => {
    const serving = (await allChecks()).filter((check) =>
      [...controlsOf(check)].some((written) => written.startsWith(`${framework.id}:`)),
    );
    expect(new Set(serving.map(({ dimension }) => dimension)).size).toBeGreaterThan(1);
  },
);
