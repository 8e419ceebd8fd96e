import type { Table } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import type { About } from './about.ts';
import { shell } from './markdown.ts';
import { adopt, awaited } from './restore-common.ts';

/** Tables of which only copies are kept in the recovery region: what was restored there is not here. */
function restoredIn({ datastores }: Environment): Table[] {
  return datastores.flatMap((one) => (one.type === 'table' && one.crossRegion === 'copies' ? [one] : []));
}

/** The old table makes room for a replica of the one that was restored in the other region. */
export function tablesFollow({ main }: About): string[] {
  const { region, recovery } = main;
  return restoredIn(main).map(({ name, tableName }) => {
    const here = `--region ${region} --table-name ${tableName}`;
    const there = `--region ${recovery!.region} --table-name ${tableName}`;
    return `Have ${name} follow back: the old one is kept as a backup, and a replica of the one in ${recovery!.region} takes its place.\n\n${shell(
      `KEY=$(aws dynamodb describe-table ${here} --query Table.SSEDescription.KMSMasterKeyArn --output text)`,
      `BACKUP=$(aws dynamodb create-backup ${here} --backup-name ${tableName}-lost --query BackupDetails.BackupArn --output text)`,
      `until aws dynamodb describe-backup --region ${region} --backup-arn "$BACKUP" --query BackupDescription.BackupDetails.BackupStatus --output text | grep -x AVAILABLE; do sleep 10; done`,
      `aws dynamodb update-table ${here} --no-deletion-protection-enabled`,
      awaited(`aws dynamodb wait table-exists ${here}`),
      `aws dynamodb delete-table ${here}`,
      awaited(`aws dynamodb wait table-not-exists ${here}`),
      `aws dynamodb update-table ${there} --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES # unless it has one`,
      awaited(`aws dynamodb wait table-exists ${there}`),
      `aws dynamodb update-table ${there} --replica-updates "[{\\"Create\\":{\\"RegionName\\":\\"${region}\\",\\"KMSMasterKeyId\\":\\"$KEY\\"}}]"`,
      `until aws dynamodb describe-table ${there} --query "Table.Replicas[?RegionName=='${region}'].ReplicaStatus" --output text | grep -x ACTIVE; do sleep 30; done`,
    )}`;
  });
}

/** Once nobody writes there, the one here stands alone again. */
export function tablesAlone(about: About): string[] {
  const { main } = about;
  const { region, recovery } = main;
  return restoredIn(main).map((one) => {
    const { name, tableName } = one;
    const there = `--region ${recovery!.region} --table-name ${tableName}`;
    return `Take ${name} away in ${recovery!.region}, some minutes after the last write, and tell Terraform which one it is.\n\n${shell(
      `aws dynamodb update-table ${there} --no-deletion-protection-enabled`,
      awaited(`aws dynamodb wait table-exists ${there}`),
      `aws dynamodb update-table --region ${region} --table-name ${tableName} --replica-updates '[{"Delete":{"RegionName":"${recovery!.region}"}}]'`,
      awaited(`aws dynamodb wait table-not-exists ${there}`),
    )}\n${adopt(about, main, one, 'table', 'aws_dynamodb_table', tableName)}`;
  });
}
