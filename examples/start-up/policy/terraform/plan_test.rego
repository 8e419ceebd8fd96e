package main

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
