import type { Node } from '../../model/node.ts';
import { itemsOf } from '../look.ts';
import type { Pipeline, PipelineJob } from './pipeline.ts';

/** Whether a person has to start a job: by `when: manual`, or by every rule that lets it run. */
export function isManual({ settings }: PipelineJob): boolean {
  const rules = itemsOf(settings.get('rules'));
  const own = settings.text('when');
  if (rules.length === 0) return own === 'manual';
  const running = rules.filter((rule) => whenOf(rule, own) !== 'never');
  return running.length > 0 && running.every((rule) => whenOf(rule, own) === 'manual');
}

/** Whether a job is never run, or only by a schedule. */
export function isScheduledOnly({ settings }: PipelineJob): boolean {
  const rules = itemsOf(settings.get('rules')).filter((rule) => whenOf(rule) !== 'never');
  return rules.length > 0 && rules.every((rule) => /"schedule"|'schedule'/.test(conditionOf(rule)));
}

/** Whether a job may run, unasked, in the pipeline of a merge request. */
export function runsForMergeRequests(job: PipelineJob): boolean {
  const only = itemsOf(job.settings.get('only')).map(({ content }) => content);
  const own = job.settings.text('when');
  if (only.includes('merge_requests')) return own !== 'manual';
  return itemsOf(job.settings.get('rules')).some(
    (rule) => meansMergeRequest(conditionOf(rule)) && !/^(?:never|manual)$/.test(whenOf(rule, own) ?? ''),
  );
}

/** Whether the pipeline of a merge request exists at all. */
export function hasMergeRequests(pipeline: Pipeline): boolean {
  const rules = itemsOf(pipeline.global('workflow')?.peek('rules'));
  return (
    rules.some((rule) => meansMergeRequest(conditionOf(rule)) && whenOf(rule) !== 'never') ||
    pipeline.jobs.some(runsForMergeRequests)
  );
}

/** The condition of a rule, empty where it has none. */
export function conditionOf(rule: Node): string {
  const content = rule.peek('if')?.content;
  return typeof content === 'string' ? content : '';
}

/** A condition that holds for merge requests, and does not only shut them out. */
export function meansMergeRequest(condition: string): boolean {
  return (
    /==\s*["']merge_request_event["']/.test(condition) ||
    /\$CI_MERGE_REQUEST_\w+(?!\s*==\s*null)/.test(condition)
  );
}

export function whenOf(rule: Node, inherited?: string): string | undefined {
  const content = rule.peek('when')?.content;
  return typeof content === 'string' ? content : inherited;
}
