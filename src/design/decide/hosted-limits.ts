import type { Blueprint, DatastoreAsked } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import { addonNamespaces } from '../addon-namespaces.ts';
import { postgresImages } from '../hosted-images.ts';
import { hostedCacheVersion } from '../resolve/hosted-sizes.ts';

/** The most that the operator takes, with room for `-restored`. Source: CloudNativePG, validation of Cluster. */
const longestName = 40;
/** Databases that are in every PostgreSQL. */
const taken = new Set(['postgres', 'template0', 'template1']);

/** What a datastore in the cluster cannot be or hold, and what to take instead. */
export function limitsOfHosted(asked: DatastoreAsked, blueprint: Blueprint): Complaint[] {
  return [
    ...ofNeeds(asked, blueprint),
    ...(asked.type === 'redis' ? ofCache(asked, blueprint) : ofPostgres(asked)),
  ];
}

function ofNeeds(
  { name, formerly, type, rtoSeconds, sensitivity }: DatastoreAsked,
  { functions, services, jobs }: Blueprint,
): Complaint[] {
  const calling = functions.filter(({ needs }) => needs.includes(name)).map((one) => one.name);
  return [
    ...(sensitivity === 'restricted' && (rtoSeconds ?? 28_800) < 3600
      ? [
          at(
            name,
            'hosting',
            `${name} holds restricted data and may be away for less than an hour; a database that a team runs itself will not hold that without people on call for it: take managed`,
          ),
        ]
      : []),
    ...(calling.length > 0
      ? [
          at(
            name,
            'hosting',
            `${calling.join(' and ')} ${calling.length === 1 ? 'is a function, which runs' : 'are functions, which run'} outside of the cluster and cannot reach a ${type} inside of it: take managed, or make ${calling.length === 1 ? 'it a service or job' : 'them services or jobs'}`,
          ),
        ]
      : []),
    ...([...services, ...jobs].some(({ owner }) => owner === addonNamespaces.data)
      ? [
          at(
            name,
            'hosting',
            `self-hosted datastores are in the namespace ${addonNamespaces.data}, which a team has for its own here: give the team another name, or take managed`,
          ),
        ]
      : []),
    ...(formerly !== undefined
      ? [
          at(
            name,
            'formerly',
            `a self-hosted ${type} cannot be renamed: the cluster would make an empty one beside ${formerly}; keep the name ${formerly}`,
          ),
        ]
      : []),
    ...(name.length > longestName
      ? [
          at(
            name,
            'hosting',
            `the name of a self-hosted ${type} has ${longestName} characters at most, and ${name} has ${name.length}: shorten it`,
          ),
        ]
      : []),
  ];
}

function ofPostgres({ name, version }: DatastoreAsked): Complaint[] {
  const versions = Object.keys(postgresImages);
  return [
    ...(version !== undefined && !versions.includes(version)
      ? [
          at(
            name,
            'version',
            `there is no image of PostgreSQL ${version} that can be hosted here: take ${versions.slice(0, -1).join(', ')} or ${versions.at(-1)}, without a minor version`,
          ),
        ]
      : []),
    ...(taken.has(name)
      ? [at(name, 'hosting', `every PostgreSQL has a database ${name} of its own: give it another name`)]
      : []),
  ];
}

function ofCache({ name, version, sensitivity }: DatastoreAsked, { compliance }: Blueprint): Complaint[] {
  const strict = compliance.filter((one) => one === 'pci-dss' || one === 'hipaa');
  return [
    ...(version !== undefined && version !== hostedCacheVersion
      ? [
          at(
            name,
            'version',
            `a self-hosted redis is Valkey ${hostedCacheVersion}, which speaks the protocol of Redis 7.2: leave version out, or take managed`,
          ),
        ]
      : []),
    ...(sensitivity === 'restricted' || strict.length > 0
      ? [
          at(
            name,
            'hosting',
            `connections to a self-hosted redis are not encrypted, and ${strict.length > 0 ? `${strict.join(' and ')} ask${strict.length === 1 ? 's' : ''} for that` : `${name} holds restricted data`}: take managed`,
          ),
        ]
      : []),
  ];
}

function at(name: string, key: string, message: string): Complaint {
  return { path: ['datastores', name, key], message };
}
