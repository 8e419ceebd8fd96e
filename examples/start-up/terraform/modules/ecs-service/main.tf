locals {
  min = var.active ? var.min : 0
  max = var.active ? var.max : 0

  served = {
    portMappings = [{ name = var.container, containerPort = var.port, protocol = "tcp" }]
    stopTimeout  = var.grace_seconds
  }
}

resource "aws_ecs_service" "this" {
  name                   = var.name
  cluster                = var.cluster_arn
  task_definition        = aws_ecs_task_definition.this.arn
  desired_count          = local.min
  enable_execute_command = false
  propagate_tags         = "SERVICE"
  platform_version       = "LATEST"

  health_check_grace_period_seconds  = var.expose == null ? null : var.start_seconds
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"

  # Without it the provider removes the service and makes it anew whenever the strategy below changes, as it does with min.
  force_new_deployment = true

  # As many as there must be stand on capacity that stays; what scaling adds may be taken back.
  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = local.min
    weight            = var.spot ? 0 : 1
  }

  dynamic "capacity_provider_strategy" {
    for_each = var.spot ? ["FARGATE_SPOT"] : []

    content {
      capacity_provider = capacity_provider_strategy.value
      weight            = 1
    }
  }

  # A version that does not become healthy is taken back by itself.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.this.arn
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.this

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = var.container
      container_port   = var.port
    }
  }

  tags = var.tags

  # How many there are is up to scaling.
  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [aws_lb_listener_rule.this]
}

resource "aws_service_discovery_service" "this" {
  name        = var.container
  description = "Addresses of tasks of ${var.name}"

  dns_config {
    namespace_id   = var.namespace_id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  health_check_custom_config {
    failure_threshold = 1
  }

  tags = var.tags
}

resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  resource_id        = "service/${var.cluster_name}/${aws_ecs_service.this.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = local.min
  max_capacity       = local.max

  tags = var.tags
}

resource "aws_appautoscaling_policy" "cpu" {
  name               = "${var.name}-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = var.cpu_target
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
