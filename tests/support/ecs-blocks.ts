/** A subnet in each zone. */
export const subnets = (zones: readonly string[]) => `
resource "aws_subnet" "private" {
  for_each          = toset(${JSON.stringify(zones)})
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/24"
  availability_zone = each.key
}
`;

/** Tasks of one container, of half a CPU and a gibibyte. */
export const definition = (more = '') => `
resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 512
  memory                   = 1024
  container_definitions = jsonencode([{
    name  = "api"
    image = "example.com/api:1.0.0"
    ${more}
  }])
}
`;

/** A service of those tasks. */
export const service = (count: number, more = '') => `
resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = ${count}
  ${more}
}
`;

/** Where a service runs without instances. */
export const fargate = `
  launch_type = "FARGATE"
  network_configuration {
    subnets = [for one in aws_subnet.private : one.id]
  }
`;

/** A target group that finds out within half a minute that a task is gone. */
export const balanced = `
resource "aws_lb_target_group" "api" {
  port        = 80
  protocol    = "HTTP"
  vpc_id      = "vpc-1"
  target_type = "ip"
  health_check {
    interval            = 10
    unhealthy_threshold = 3
  }
}
`;
