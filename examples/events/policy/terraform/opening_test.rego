package main

import rego.v1

test_open_database_is_denied if {
	count(deny) == 1 with input as made("aws_db_instance", {"publicly_accessible": true})
}

test_closed_database_passes if {
	count(deny) == 0 with input as made("aws_db_instance", {"publicly_accessible": false})
}

test_open_port_is_denied if {
	count(deny) == 1 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "from_port": 22, "to_port": 22})
}

test_open_range_is_denied if {
	count(deny) == 1 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv6": "::/0", "from_port": 80, "to_port": 443})
}

test_all_ports_are_denied if {
	count(deny) == 1 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "ip_protocol": "-1"})
}

test_entrance_passes if {
	count(deny) == 0 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "from_port": 443, "to_port": 443})
}

test_network_of_ours_passes if {
	count(deny) == 0 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "10.0.0.0/8", "from_port": 5432, "to_port": 5432})
}

test_open_old_rule_is_denied if {
	count(deny) == 1 with input as made("aws_security_group_rule", {"type": "ingress", "cidr_blocks": ["0.0.0.0/0"], "from_port": 3306, "to_port": 3306})
}

test_open_way_out_passes if {
	count(deny) == 0 with input as made("aws_security_group_rule", {"type": "egress", "cidr_blocks": ["0.0.0.0/0"], "from_port": 0, "to_port": 0})
}

test_open_rule_inside_is_denied if {
	count(deny) == 1 with input as made("aws_security_group", {"ingress": [{"cidr_blocks": ["0.0.0.0/0"], "ipv6_cidr_blocks": [], "from_port": 22, "to_port": 22}]})
}

test_open_bucket_is_denied if {
	count(deny) == 1 with input as made("aws_s3_bucket_public_access_block", {"block_public_acls": true, "block_public_policy": false})
}

test_closed_bucket_passes if {
	count(deny) == 0 with input as made("aws_s3_bucket_public_access_block", {"block_public_acls": true, "block_public_policy": true})
}

test_open_cluster_is_denied if {
	count(deny) == 1 with input as made("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true}]})
}

test_cluster_for_an_office_passes if {
	count(deny) == 0 with input as made("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true, "public_access_cidrs": ["203.0.113.0/24"]}]})
}
