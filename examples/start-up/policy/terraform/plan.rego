# What rules of plans speak of. Run: conftest test --policy policy/terraform plan.json
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
