import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

/** Ends a run with what was skipped and one plain line of counts, so that no skipped test goes unnoticed. */
export default class ClosingReporter implements Reporter {
  #filtered = false;

  onInit(vitest: Vitest): void {
    this.#filtered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const skipped = this.#filtered ? [] : tests.filter((test) => test.result().state === 'skipped');
    for (const test of skipped) console.log(`skipped: ${describePlace(test)}`);
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    console.log(
      `\n${count('passed')} passed, ${count('failed') + brokenModules} failed, ${skipped.length} skipped`,
    );
  }
}

function describePlace(test: TestCase): string {
  return `${test.module.relativeModuleId} ${test.fullName}`;
}
