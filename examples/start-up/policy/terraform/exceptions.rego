# Exceptions from rules, by rule and address, each with its last day. A pull request adds one, and its reviewers grant it:
#   "loses-data": {"module.old.aws_s3_bucket.this": "2027-01-31"},
package main

import rego.v1

exceptions := {}
