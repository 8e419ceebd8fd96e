import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/search-domain-public',
  title: 'Search domain with an address on the internet',
  dimension: 'security',
  severity: 'low',
  why: 'A domain outside of a VPC answers on the internet, and only its access policy stands between everybody and what is indexed: one statement too wide, and it is read, as so many were. It cannot be moved later without a new domain.',
  sameAs: ['checkov:CKV_AWS_137'],
  controls: ['pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html'],
  visits: resources('aws_opensearch_domain', 'aws_elasticsearch_domain'),
  judge({ resource, node }) {
    if (node.has('vpc_options')) return;
    const asksWho = node.flag('advanced_security_options', 'enabled') === true;
    return {
      message: `${resource.address} answers on the internet, behind nothing but ${asksWho ? 'its access policy and its own users' : 'its access policy'}: give it vpc_options while it is empty.`,
      ...(asksWho && { severity: 'info' }),
    };
  },
  examples: {
    bad: 'resource "aws_opensearch_domain" "search" {\n  domain_name    = "search"\n  engine_version = "OpenSearch_2.19"\n}\n',
    good: 'resource "aws_opensearch_domain" "search" {\n  domain_name    = "search"\n  engine_version = "OpenSearch_2.19"\n\n  vpc_options {\n    subnet_ids = ["subnet-0a1b"]\n  }\n}\n',
  },
});
