import { controlsOf } from '../../compliance/crosswalk.ts';
import type { Control, Framework } from '../../compliance/framework.ts';
import { frameworks } from '../../compliance/frameworks.ts';
import { type About, documentPaths } from './about.ts';
import { duties } from './duties.ts';
import { table } from './markdown.ts';
import { type Mechanism, mechanisms } from './mechanisms.ts';

/** A mechanism with the files of this output that it is in. */
export interface Found {
  readonly mechanism: Mechanism;
  readonly paths: readonly string[];
  readonly serves: ReadonlySet<string>;
}

/** Mechanisms that are in this output. */
export function foundMechanisms(about: About): readonly Found[] {
  return mechanisms
    .filter(({ when }) => when === undefined || when(about))
    .map((mechanism) => ({
      mechanism,
      paths: pathsOf(about, mechanism),
      serves: controlsOf({ controls: mechanism.serves, dimension: mechanism.dimension ?? 'security' }),
    }))
    .filter(({ paths }) => paths.length > 0);
}

/** Those of the main environment first. Documents are not among what others wrote. */
function pathsOf({ written, main }: About, { path, holds }: Mechanism): readonly string[] {
  const ours = Object.values(documentPaths).filter((one) => path.test(one));
  if (ours.length > 0) return ours;
  const found = written.find(path, holds);
  const here = found.filter((one) => one.split('/').includes(main.name));
  return [...here, ...found.filter((one) => !here.includes(one))];
}

/** For every control of a framework: what implements it here, and what stays for people. */
export function complianceMatrix(framework: Framework, found: readonly Found[]): string {
  const rows = inOrder(framework.controls).map((control) => {
    const serving = found.filter(({ serves }) => serves.has(`${framework.id}:${control.id}`));
    const duty = duties[`${framework.id}:${control.id}`];
    return [
      `\`${control.id}\``,
      control.asks,
      serving.length > 0
        ? serving.map((one) => named(one, found)).join('; ')
        : control.organisational || duty !== undefined
          ? ''
          : 'nothing in this output',
      openOf(control, serving.length > 0, duty),
    ];
  });
  const implemented = rows.filter(([, , by]) => by !== '' && by !== 'nothing in this output').length;
  return `${framework.title} ${framework.edition}: of the ${rows.length} controls below, which are those that a platform has to do with, ${implemented} have something here that implements them, wholly or in part. The numbers are those of [the list of controls](#controls), which says where each is. [What each asks in full](${framework.source}).

${table(['control', 'asks that', 'implemented by', 'open'], rows)}`;
}

/** A mechanism as the list of controls has it: with its number there. */
export function named(one: Found, found: readonly Found[]): string {
  return `${one.mechanism.what} (${found.indexOf(one) + 1})`;
}

/** By the parts of their numbers: `7.2.4` stands before `7.2.5`, and `10.2` behind `9`. */
function inOrder(controls: readonly Control[]): readonly Control[] {
  const within = (one: Control) => one.id.split(/[.(]/)[0]!;
  const groups = [...new Set(controls.map(within))];
  const byNumber = new Intl.Collator('en', { numeric: true }).compare;
  return groups.flatMap((group) =>
    controls.filter((one) => within(one) === group).toSorted((a, b) => byNumber(a.id, b.id)),
  );
}

function openOf({ organisational }: Control, served: boolean, duty: string | undefined): string {
  if (duty !== undefined) return duty;
  if (served) return '';
  return organisational ? 'for people and papers' : '**open**: decide who answers it';
}

/** The frameworks that an architecture is audited against. */
export function frameworksOf({ architecture }: Pick<About, 'architecture'>): readonly Framework[] {
  return frameworks.filter(({ id }) => (architecture.compliance as readonly string[]).includes(id));
}
