/** A file of Rego, and its tests. */
export interface RegoFile {
  /** without ending: `losing-data` */
  readonly name: string;
  readonly rules: string;
  readonly tests: string;
}

/** What all rules share: which changes there are, and which are excepted for a while. */
export const shared: RegoFile = {
  name: 'plan',
  rules: `# What rules of plans speak of. Run: conftest test --policy policy/terraform plan.json
package main

import rego.v1

# what will be there after the apply: made, or changed in place
kept contains change if {
	some change in input.resource_changes
	some action in change.change.actions
	action in {"create", "update"}
}

# what will be gone, also where something new takes its place
lost contains change if {
	some change in input.resource_changes
	"delete" in change.change.actions
}

# an exception ends by itself, after its last day
is_excepted(rule, address) if {
	until := exceptions[rule][address]

	# a day has 86400000000000 nanoseconds
	time.now_ns() < time.parse_ns("2006-01-02", until) + 86400000000000
}
`,
  tests: `package main

import rego.v1

change(type, actions, after) := {
	"address": "it",
	"type": type,
	"change": {"actions": actions, "after": after},
}

plan(type, actions, after) := {"resource_changes": [change(type, actions, after)]}

made(type, after) := plan(type, ["create"], after)

test_exception_holds_until_its_day if {
	is_excepted("loses-data", "it") with exceptions as {"loses-data": {"it": "2199-12-31"}}
}

test_exception_ends if {
	not is_excepted("loses-data", "it") with exceptions as {"loses-data": {"it": "2020-01-31"}}
}

test_exception_is_for_one_rule if {
	not is_excepted("opens-database", "it") with exceptions as {"loses-data": {"it": "2199-12-31"}}
}

test_nothing_is_no_fault if {
	count(deny) == 0 with input as {"resource_changes": []}
}

test_what_stays_is_not_judged if {
	count(deny) == 0 with input as plan("aws_db_instance", ["no-op"], {"publicly_accessible": true})
}
`,
};

/** Where people write exceptions. */
export const exceptions = `# Exceptions from rules, by rule and address, each with its last day. A pull request adds one, and its reviewers grant it:
#   "loses-data": {"module.old.aws_s3_bucket.this": "2027-01-31"},
package main

import rego.v1

exceptions := {}
`;
