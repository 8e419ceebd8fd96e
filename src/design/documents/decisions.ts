import type { Architecture } from '../architecture.ts';
import type { Decision } from '../decision.ts';
import { FileSet, type Files } from '../target.ts';
import { bullets, table } from './markdown.ts';

/** `docs/decisions/NNNN-title.md` for every decision, and an index. */
export function decisionFiles({ decisions, guidelines, name }: Architecture): Files {
  const files = new FileSet();
  decisions.forEach((decision, at) => {
    files.add(`docs/decisions/${fileName(decision, at)}`, page(decision, at));
  });
  const rows = decisions.map((decision, at) => [
    `[${number(at)}](${fileName(decision, at)})`,
    decision.title,
    `\`${decision.choice}\``,
    decision.asked ? 'the blueprint' : 'Plinth',
  ]);
  const followed = guidelines.map(
    ({ path, line, text, result, followed: done }) =>
      `\`${path}\` line ${line}, “${text}”: ${done ? result : `not followed: ${result}`}`,
  );
  return files.add(
    'docs/decisions/README.md',
    `# Decisions about ${name}

Each was made from what \`plinth.yaml\` says; change it there and run \`plinth design\` again.

${table(['', 'decision', 'choice', 'made by'], rows)}
${followed.length > 0 ? `\n## Guidelines\n\n${bullets(followed)}` : ''}`,
  ).files;
}

function page(decision: Decision, at: number): string {
  const { title, context, options, choice, why, consequences, wouldChange, key, asked } = decision;
  const costs = options.some(({ monthlyUsd }) => monthlyUsd !== undefined);
  const head = ['option', 'what it means', ...(costs ? ['about, a month'] : [])];
  const rows = options.map(({ name, summary, monthlyUsd }) => [
    name === choice ? `**${name}**` : name,
    summary,
    ...(costs ? [monthlyUsd === undefined ? '' : `$${monthlyUsd}`] : []),
  ]);
  return `# ${number(at)}. ${title}

Decided: **${choice}**${asked ? ', as the blueprint asks' : ''}.

## Context

${context.join(' ')}

## Options

${table(head, rows)}${costs ? '\nCosts are what an option itself adds; what runs in it, and what use adds, is in [cost](../cost.md).\n' : ''}
## Why

${why.join(' ')}

${consequences.length > 0 ? `## Consequences\n\n${bullets(consequences)}\n` : ''}## What would change it

${bullets([...wouldChange, `\`${key}\` in \`plinth.yaml\` decides it by hand.`])}`;
}

function fileName({ id }: Decision, at: number): string {
  return `${number(at)}-${id}.md`;
}

function number(at: number): string {
  return String(at + 1).padStart(4, '0');
}
