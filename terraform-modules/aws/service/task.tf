locals {
  # Service Connect runs its proxy inside the task; AWS asks to leave it at least 64 MiB.
  proxy_cpu    = local.rolling ? 64 : 0
  proxy_memory = local.rolling ? 64 : 0

  health_command = (
    local.scheduled ? [] :
    length(var.health.command) > 0 ? concat(["CMD"], var.health.command) :
    ["CMD-SHELL", "wget -q -O /dev/null http://localhost:${var.listen.port}${var.health.path} || exit 1"]
  )
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  cpu                      = var.cpu
  memory                   = var.memory
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  # An old revision stays, so that a service can be rolled back to it.
  skip_destroy = true
  tags         = local.tags

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  container_definitions = jsonencode([{
    name      = local.container
    image     = var.image
    command   = var.command
    essential = true
    cpu       = var.cpu - local.proxy_cpu
    memory    = var.memory - local.proxy_memory

    environment = [for name, value in var.environment_variables : { name = name, value = value }]
    secrets     = [for name, source in var.secrets : { name = name, valueFrom = source }]

    portMappings = [for listen in var.listen[*] : {
      name          = local.container
      containerPort = listen.port
      hostPort      = listen.port
      protocol      = "tcp"
      appProtocol   = "http"
    }]

    healthCheck = local.scheduled ? null : {
      command     = local.health_command
      interval    = var.health.interval
      timeout     = var.health.timeout
      retries     = var.health.unhealthy
      startPeriod = var.health.grace
    }

    # Reaps orphans and passes signals on, which a program that runs as process 1 often does not.
    linuxParameters = { initProcessEnabled = true }
    # The longest that Fargate allows; Fargate Spot warns as long before.
    stopTimeout            = 120
    readonlyRootFilesystem = false
    privileged             = false
    mountPoints            = []
    systemControls         = []
    volumesFrom            = []

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = local.log_group
        awslogs-region        = var.region
        awslogs-stream-prefix = local.container
        # The application runs on when CloudWatch does not answer.
        mode            = "non-blocking"
        max-buffer-size = "25m"
      }
    }
  }])
}
