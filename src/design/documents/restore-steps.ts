import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { type HostedCache, isArchived, isHosted } from '../hosted.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';
import { cacheSteps } from './restore-cache.ts';
import { database } from './restore-database.ts';
import { hostedCache, hostedDatabase } from './restore-hosted.ts';
import { tableSteps } from './restore-table.ts';

/** Step by step, how the data of a datastore is brought back after it was destroyed. `undefined` where nothing can. */
export function restoreSteps(
  about: About,
  environment: Environment,
  datastore: Datastore,
): string | undefined {
  if (datastore.backups === 'none' && datastore.type !== 'queue') return undefined;
  switch (datastore.type) {
    case 'postgres':
    case 'mysql':
      return isHosted(datastore) && isArchived(datastore)
        ? hostedDatabase(about, environment, datastore)
        : database(about, environment, datastore);
    case 'redis':
      return isHosted(datastore)
        ? hostedCache(about, environment, datastore as HostedCache)
        : cacheSteps(about, environment, datastore);
    case 'bucket':
      return bucket(environment, datastore);
    case 'table':
      return tableSteps(about, environment, datastore);
    case 'queue':
      return queue(environment, datastore);
    case 'topic':
      return undefined;
  }
}

function bucket({ region }: Environment, one: Datastore & { readonly bucketName: string }): string {
  return steps([
    `What was deleted has only a mark on it. Take away the marks that were set since the damage.\n\n${shell(
      'SINCE=2026-01-31T09:30:00Z # in UTC',
      `aws s3api list-object-versions --region ${region} --bucket ${one.bucketName} --query "DeleteMarkers[?IsLatest && LastModified>='$SINCE'].[Key,VersionId]" --output text |`,
      "  while IFS=$'\\t' read -r key version; do",
      `    aws s3api delete-object --region ${region} --bucket ${one.bucketName} --key "$key" --version-id "$version"`,
      '  done',
    )}`,
    `What was overwritten has its former version below it: copy that one over the newest.\n\n${shell(
      'KEY=path/of/the/object',
      `aws s3api list-object-versions --region ${region} --bucket ${one.bucketName} --prefix "$KEY" --query 'Versions[].[LastModified,VersionId]' --output table`,
      'VERSION=… # of that table',
      `aws s3api copy-object --region ${region} --bucket ${one.bucketName} --key "$KEY" --copy-source "${one.bucketName}/$KEY?versionId=$VERSION"`,
    )}`,
    `Former versions are kept ${one.retentionDays} days. After that nothing brings them back but a backup.`,
  ]);
}

function queue(
  { region, account }: Environment,
  one: Datastore & { readonly deadLetterName: string },
): string {
  return steps([
    `Messages that were deleted are gone. Those that failed are in \`${one.deadLetterName}\`: mend what failed on them first.`,
    `Then put them back.\n\n${shell(`aws sqs start-message-move-task --region ${region} --source-arn arn:aws:sqs:${region}:${account}:${one.deadLetterName}`)}`,
  ]);
}
