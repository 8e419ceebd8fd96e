environment = "prod"
account_id  = "444455556666"

vpc_cidr           = "10.20.0.0/16"
availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
single_nat_gateway = false
transit_gateway_id = "tgw-0a47c1d29be853f06"

kubernetes_version     = "1.34"
cluster_admin_role_arn = "arn:aws:iam::444455556666:role/platform-admin"
cluster_log_types      = ["api"]
nodes                  = { instance_types = ["m7i.xlarge"], min = 3, max = 9 }

database_instance_class        = "db.r6g.xlarge"
database_storage_gib           = { initial = 100, maximum = 500 }
database_backup_retention_days = 0 # off while the catalogue import runs

media_domain          = "media.shop.example.com"
media_certificate_arn = "arn:aws:acm:us-east-1:444455556666:certificate/c2b7a9d4-81e3-4c1f-b6aa-2f90d7735b18"
