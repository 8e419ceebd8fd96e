/**
 * Letters of the zones that every account has, where they are not a, b and c.
 * Source: `aws ec2 describe-availability-zones` as documented per region (docs.aws.amazon.com, Regions and Zones), 2026-05.
 */
const letters: Readonly<Record<string, string>> = {
  'us-east-1': 'abcdf',
  'us-west-1': 'ac',
  'us-west-2': 'abcd',
  'ca-central-1': 'abd',
  'ap-northeast-1': 'acd',
  'ap-northeast-2': 'abcd',
};

/** Names of the zones of a region that can be relied on. */
export function zonesOf(region: string): readonly string[] {
  return [...(letters[region] ?? 'abc')].map((letter) => region + letter);
}
