import { itemsOf } from '../look.ts';
import type { Pipeline, PipelineJob } from './pipeline.ts';

/** Where nothing is listed. Source: docs.gitlab.com/ci/yaml, `stages`. */
const usual = ['build', 'test', 'deploy'];

/** The stages of a pipeline in their order, with the two that are always there; undefined where not all can be told. */
export function stagesOf(pipeline: Pipeline): readonly string[] | undefined {
  const written = pipeline.global('stages');
  const listed = written ? itemsOf(written).map(({ content }) => content) : usual;
  const known = listed.filter((stage) => typeof stage === 'string' && !stage.includes('$'));
  if (known.length < listed.length) return undefined;
  return ['.pre', ...(known as string[]).filter((stage) => stage !== '.pre' && stage !== '.post'), '.post'];
}

/** The stage that a job stands in, by itself or by what it extends. */
export function stageOf({ settings }: PipelineJob): string {
  return settings.text('stage') ?? 'test';
}
