import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';
import { adopt, awaited } from './restore-common.ts';
import { startAgain, stop } from './stop-and-start.ts';

/** Restores a table of DynamoDB, which cannot be renamed. */
export function tableSteps(
  about: About,
  environment: Environment,
  one: Datastore & { readonly tableName: string },
): string {
  const { region } = environment;
  const name = one.tableName;
  return steps([
    stop(about, environment, one.usedBy),
    `Restore beside it.\n\n${shell(
      'AT=2026-01-31T09:30:00Z # in UTC, just before the damage',
      `aws dynamodb restore-table-to-point-in-time --region ${region} --source-table-name ${name} --target-table-name ${name}-restored --restore-date-time "$AT"`,
      awaited(`aws dynamodb wait table-exists --region ${region} --table-name ${name}-restored`),
    )}`,
    `Look into it. Where single items were spoiled, copy those back, start what was stopped, and end here.`,
    `Where all of it is lost: a table cannot be renamed, so the old one goes, and the restore is made under its name. Both are kept as backups.\n\n${shell(
      `aws dynamodb update-table --region ${region} --table-name ${name} --no-deletion-protection-enabled`,
      ...withoutReplica(environment, one),
      `aws dynamodb create-backup --region ${region} --table-name ${name} --backup-name ${name}-before-restore`,
      `BACKUP=$(aws dynamodb create-backup --region ${region} --table-name ${name}-restored --backup-name ${name}-restored --query BackupDetails.BackupArn --output text)`,
      `until aws dynamodb describe-backup --region ${region} --backup-arn "$BACKUP" --query BackupDescription.BackupDetails.BackupStatus --output text | grep -x AVAILABLE; do sleep 10; done`,
      `aws dynamodb delete-table --region ${region} --table-name ${name}`,
      awaited(`aws dynamodb wait table-not-exists --region ${region} --table-name ${name}`),
      `aws dynamodb restore-table-from-backup --region ${region} --target-table-name ${name} --backup-arn "$BACKUP"`,
      awaited(`aws dynamodb wait table-exists --region ${region} --table-name ${name}`),
    )}`,
    `Tell Terraform, and let a plan show what differs: recovery to a point in time, tags, streams${one.crossRegion === 'replica' ? ' and the replica' : ''} have to be set again.\n\n${adopt(about, environment, one, 'table', 'aws_dynamodb_table', name)}`,
    ...startAgain(about, environment, one.usedBy),
  ]);
}

/** What is lost is lost in the replica too, and a table that has one cannot be made anew under its name. */
function withoutReplica(environment: Environment, one: Datastore & { readonly tableName: string }): string[] {
  const { region, recovery } = environment;
  if (!recovery || one.crossRegion !== 'replica') return [];
  return [
    awaited(`aws dynamodb wait table-exists --region ${region} --table-name ${one.tableName}`),
    `aws dynamodb update-table --region ${region} --table-name ${one.tableName} --replica-updates '[{"Delete":{"RegionName":"${recovery.region}"}}]'`,
    awaited(`aws dynamodb wait table-not-exists --region ${recovery.region} --table-name ${one.tableName}`),
  ];
}
