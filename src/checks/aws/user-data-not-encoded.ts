import { resources } from '../../graph/selector.ts';
import type { Fix } from '../../model/edit.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/user-data-not-encoded',
  title: 'Start-up script of a launch template that is not base64',
  dimension: 'functionality',
  severity: 'high',
  why: 'An instance takes its user data as text, and Terraform encodes it; a launch template hands it on as it is, and EC2 refuses what is not base64. The mistake comes with moving a script from one to the other.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template#user_data',
  ],
  visits: resources('aws_launch_template'),
  judge({ resource, node }) {
    const script = node.get('user_data');
    const text = script?.text();
    if (!script || !text || !/^\s*(#!|#cloud-config|<powershell>|<script>|Content-Type:)/i.test(text)) return;
    return {
      message: `${resource.address} has its user_data as plain text, which EC2 refuses: wrap it in base64encode().`,
      at: script,
      ...encoded(script),
    };
  },
  examples: {
    bad: template('"#!/bin/bash\\nsystemctl start worker\\n"'),
    good: template('base64encode("#!/bin/bash\\nsystemctl start worker\\n")'),
  },
});

/** Wraps the expression where it is written, in Terraform's own syntax. */
function encoded(script: Node): { readonly fix?: Fix } {
  const source = script.source();
  if (!source || /\.json$/.test(source.file.path)) return {};
  const { file, start, end } = source;
  const written = file.text.slice(start, end);
  // the last line of a heredoc holds nothing but its marker
  const text = `base64encode(${written}${written.startsWith('<<') ? '\n  ' : ''})`;
  return {
    fix: { safety: 'safe', summary: 'encode the script', edits: [{ op: 'text', file, start, end, text }] },
  };
}

function template(script: string): string {
  return `resource "aws_launch_template" "worker" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "m7i.large"
  user_data     = ${script}

  metadata_options {
    http_tokens = "required"
  }
}
`;
}
