import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';
import { adopt, stop } from './restore-common.ts';

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
      `aws dynamodb restore-table-to-point-in-time --region ${region} --source-table-name ${name} --target-table-name ${name}-restored --restore-date-time 2026-01-31T09:30:00Z`,
      `aws dynamodb wait table-exists --region ${region} --table-name ${name}-restored`,
    )}`,
    `Look into it. Where single items were spoiled, copy those back and stop here.`,
    `Where all of it is lost: a table cannot be renamed, so the old one goes, and the restore is made under its name.\n\n${shell(
      `aws dynamodb update-table --region ${region} --table-name ${name} --no-deletion-protection-enabled`,
      `aws dynamodb create-backup --region ${region} --table-name ${name} --backup-name ${name}-before-restore`,
      `aws dynamodb delete-table --region ${region} --table-name ${name}`,
      `aws dynamodb wait table-not-exists --region ${region} --table-name ${name}`,
      `aws dynamodb restore-table-to-point-in-time --region ${region} --source-table-name ${name}-restored --target-table-name ${name} --use-latest-restorable-time`,
    )}`,
    `Tell Terraform, and let a plan show what differs: recovery to a point in time, tags and streams have to be set again.\n\n${adopt(about, environment, one, 'table', 'aws_dynamodb_table', name)}`,
  ]);
}
