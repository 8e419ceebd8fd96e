mock_provider "aws" {}

variables {
  name                 = "test-api-service"
  cluster_name         = "test"
  namespace_id         = "ns-0123456789abcdef"
  port                 = 8080
  protocol             = "http"
  health_path          = "/ready"
  start_seconds        = 30
  grace_seconds        = 30
  min                  = 2
  max                  = 6
  cpu_target           = 60
  container            = "api"
  image                = "registry.example/api@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  cpu                  = 256
  memory               = 512
  secrets_kms_key_arn  = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  cluster_arn          = "arn:aws:ecs:eu-west-1:111122223333:cluster/test"
  vpc_id               = "vpc-0a1b2c3d4e5f67890"
  subnet_ids           = ["subnet-1a", "subnet-1b"]
  region               = "eu-west-1"
  events_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/events/test"
  logs_kms_key_arn     = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "taken_back_when_broken" {
  command = plan

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].rollback && !aws_ecs_service.this.network_configuration[0].assign_public_ip
    error_message = "A broken version must go back by itself, and no task may have a public address."
  }

  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == var.min && aws_appautoscaling_target.this.max_capacity == var.max && aws_appautoscaling_policy.cpu.target_tracking_scaling_policy_configuration[0].target_value == var.cpu_target
    error_message = "There must be as many tasks as their work needs, within the limits."
  }
}

run "changes_in_place" {
  command = plan

  assert {
    condition     = aws_ecs_service.this.force_new_deployment
    error_message = "Raising min must not remove the service before it is made anew."
  }
}

run "can_write_to_tmp" {
  command = plan

  assert {
    condition     = local.container.readonlyRootFilesystem && local.container.user == "65532" && local.container.linuxParameters.tmpfs[0].containerPath == "/tmp" && local.container.linuxParameters.tmpfs[0].size == 128
    error_message = "Who runs must be able to write to /tmp, and only there: a volume of Fargate belongs to root."
  }
}

run "exposed" {
  command = plan

  variables {
    expose = { host = "shop.example", path = "/", priority = 1, listener_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/lb/0/0", security_group_id = "sg-0a" }
  }

  assert {
    condition     = length(aws_lb_target_group.this) == 1 && aws_lb_target_group.this[0].health_check[0].path == "/ready"
    error_message = "The load balancer must ask who is ready."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.load_balancer[0].to_port == var.port && aws_vpc_security_group_egress_rule.load_balancer[0].to_port == var.port
    error_message = "The load balancer must get out to tasks, and tasks must let it in."
  }
}

run "another_port_is_another_group" {
  command = plan

  variables {
    name   = "test-notifications-of-everybody-service"
    port   = 9090
    expose = { host = "shop.example", path = "/mail", priority = 1, listener_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/lb/0/0", security_group_id = "sg-0a" }
  }

  assert {
    condition     = aws_lb_target_group.this[0].name == "test-notifications-of-ev-${substr(sha1("test-notifications-of-everybody-service 9090 http vpc-0a1b2c3d4e5f67890"), 0, 6)}" && length(aws_lb_target_group.this[0].name) <= 32
    error_message = "The new group is made before the old one goes, so that both cannot have one name."
  }

  assert {
    condition     = one([for condition in aws_lb_listener_rule.this[0].condition : one(condition.path_pattern[*].values) if length(condition.path_pattern) > 0]) == toset(["/mail", "/mail/*"])
    error_message = "What is exposed under a path answers at the path itself as well."
  }
}

run "why_tasks_end_is_kept" {
  command = plan

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.tasks_fail.event_pattern).detail.group == ["service:test-api-service"] && aws_cloudwatch_event_target.tasks_fail.arn == var.events_log_group_arn
    error_message = "The reasons of its own tasks must be kept, and of no other."
  }
}

run "stands_ready" {
  command = plan

  variables {
    active = false
  }

  assert {
    condition     = aws_ecs_service.this.desired_count == 0 && aws_appautoscaling_target.this.max_capacity == 0
    error_message = "What only stands ready runs nothing, and nothing makes it run."
  }
}

run "a_tag_is_no_pin" {
  command = plan

  variables {
    image = "registry.example/api:latest"
  }

  expect_failures = [var.image]
}

run "no_size_of_fargate" {
  command = plan

  variables {
    cpu    = 256
    memory = 3072
  }

  expect_failures = [var.memory]
}

run "between_the_steps" {
  command = plan

  variables {
    cpu    = 8192
    memory = 18432
  }

  expect_failures = [var.memory]
}

run "no_port" {
  command = plan

  variables {
    port = 70000
  }

  expect_failures = [var.port]
}

run "fewer_at_most" {
  command = plan

  variables {
    min = 4
    max = 2
  }

  expect_failures = [var.max]
}

run "days_that_cloudwatch_does_not_know" {
  command = plan

  variables {
    log_retention_days = 100
  }

  expect_failures = [var.log_retention_days]
}

run "both_ends_of_a_connection" {
  command = plan

  variables {
    targets = { orders = { security_group_id = "sg-0a1b2c3d4e5f67890", port = 5432 } }
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.target["orders"].referenced_security_group_id == "sg-0a1b2c3d4e5f67890" && aws_vpc_security_group_ingress_rule.target["orders"].security_group_id == "sg-0a1b2c3d4e5f67890"
    error_message = "What it connects to must let it in."
  }
}
