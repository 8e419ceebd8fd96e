import type { Blueprint } from '../blueprint/blueprint.ts';
import { holds, parseCidr } from '../blueprint/cidr.ts';
import { extendedEngines, retiredRuntimes } from '../graph/aws/retirements.ts';
import { digits } from '../report/wording.ts';
import { totalOf } from './decide/budget.ts';
import { doubtsOf } from './doubts/doubts.ts';
import type { Environment } from './environment.ts';
import { withoutPullLimit } from './public-images.ts';
import { bareImage } from './release-files.ts';

/** What was asked for and holds only within limits, or is known to need somebody. */
export function notesOf(blueprint: Blueprint, environments: readonly Environment[]): readonly string[] {
  return [
    ...lostSince(blueprint),
    ...neverDue(blueprint, environments),
    ...overBudget(blueprint, environments),
    ...withoutMail(blueprint),
    ...retired(blueprint),
    ...besideTheDomain(blueprint, environments),
    ...officialImages(blueprint),
    ...doubtsOf(blueprint, environments),
    ...hidingOthers(environments),
  ];
}

/** Estimates are rough, so that a little more than the budget is told and not refused. */
function overBudget({ budget }: Blueprint, environments: readonly Environment[]): string[] {
  const total = environments.reduce((sum, one) => sum + totalOf(one), 0);
  return budget.monthly === undefined || total <= budget.monthly
    ? []
    : [
        `it costs about ${digits(Math.round(total))} dollars a month and the budget is ${digits(budget.monthly)}: within what an estimate is good for, and its alarms may come.`,
      ];
}

/** Alarms are sent to the mail address of a team, and nobody reads the one that is taken by default. */
function withoutMail({ owners, domain, source }: Blueprint): string[] {
  const made = owners.filter(({ name }) => source.peek('owners')?.peek(name)?.peek('email') === undefined);
  return made.map(
    ({ name, email }) =>
      `alarms of ${name} go to ${email}${domain === undefined ? ', which nobody reads' : ''}: set owners.${name}.email, unless it is right.`,
  );
}

/** Images of Docker Hub that anybody gets elsewhere without being counted. */
function officialImages({ services, jobs, functions }: Blueprint): string[] {
  const all = [...services, ...jobs, ...functions].flatMap(({ name, image }) => {
    const taken = image === undefined ? undefined : withoutPullLimit(image);
    return taken === undefined || taken === image ? [] : [{ name, image, taken: bareImage(taken) }];
  });
  return all.map(
    ({ name, image, taken }) =>
      `${name} runs ${image} of Docker Hub, which counts pulls and turns them away above its limit: it is taken from ${taken}, where Docker puts the same images. Nobody here builds or signs it: a release scans it, and somebody has to follow its versions.`,
  );
}

function retired({ datastores, functions }: Blueprint): string[] {
  return [
    ...datastores.flatMap(({ name, type, version = '' }) => {
      const [found] = Object.entries(extendedEngines[type] ?? {}).filter(
        ([ended]) => version === ended || version.startsWith(`${ended}.`),
      );
      return found === undefined
        ? []
        : [
            `${name} is ${type} ${version}, whose standard support ended on ${found[1]}: AWS charges more for every hour of it; leave version out for a current one.`,
          ];
    }),
    ...functions.flatMap(({ name, runtime }) =>
      retiredRuntimes[runtime] === undefined
        ? []
        : [
            `${name} runs on ${runtime}, which gets no patches since ${retiredRuntimes[runtime]}: take a newer runtime.`,
          ],
    ),
  ];
}

/** Jobs whose times are all at hours in which an environment is off. */
function neverDue({ jobs }: Blueprint, environments: readonly Environment[]): string[] {
  return environments.flatMap(({ name, schedule, jobs: here, functions }) =>
    jobs
      .filter((asked) => {
        const triggers = functions.find((one) => one.name === asked.name)?.triggers;
        const isDue = triggers
          ? triggers.length > 0
          : here.some((one) => one.name === asked.name && one.schedule !== undefined);
        return schedule !== undefined && asked.schedule !== undefined && !isDue;
      })
      .map(
        (asked) =>
          `${asked.name} is due when ${name} is off (${asked.schedule} UTC), so there it runs only when somebody starts it.`,
      ),
  );
}

/** Databases that may lose less than recovery to a point in time can hold. */
function lostSince({ datastores, environments }: Blueprint): string[] {
  const main = environments.at(-1)!;
  return datastores
    .filter(
      ({ type, rpoSeconds }) =>
        (type === 'postgres' || type === 'mysql') && rpoSeconds !== undefined && rpoSeconds < 300,
    )
    .map(({ name }) =>
      main.recoveryRegion === undefined
        ? `${name} loses nothing when a zone fails, and up to 5 minutes when data was destroyed or the region is lost: recovery to a point in time reaches back to within 5 minutes.`
        : `${name} loses nothing when a zone fails and seconds when the region is lost; where data was destroyed by mistake, recovery to a point in time reaches back to within 5 minutes.`,
    );
}

/** A domain leads to one zone, so that only one of several productions has its names as they are written. */
function besideTheDomain(
  { domain, environments: asked }: Blueprint,
  environments: readonly Environment[],
): string[] {
  return environments
    .filter(({ production, dns }) => production && dns.zone !== undefined && dns.zone !== domain)
    .map(
      ({ name, dns }) =>
        `${domain} leads to ${asked.at(-1)!.name}, as a domain leads to one place only: hosts of ${name} are below ${dns.zone}.`,
    );
}

/** Ranges that anybody may use inside. Sources: RFC 1918, RFC 6598. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** Networks with addresses that others have on the internet. */
function hidingOthers(environments: readonly Environment[]): string[] {
  return environments
    .filter(({ network }) => {
      const cidr = parseCidr(network.cidr)!;
      return !privateRanges.some((range) => holds(parseCidr(range)!, cidr));
    })
    .map(
      ({ name, network }) =>
        `${network.cidr} of ${name} is a part of the internet: whoever has these addresses there cannot be reached from ${name}; take a range of ${privateRanges[0]} unless they are yours.`,
    );
}
