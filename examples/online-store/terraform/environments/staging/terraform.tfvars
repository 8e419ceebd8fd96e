environment = "staging"
account_id  = "111122223333"

vpc_cidr           = "10.20.128.0/17"
availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
single_nat_gateway = true
transit_gateway_id = "tgw-0a47c1d29be853f06"

kubernetes_version     = "1.34"
cluster_admin_role_arn = "arn:aws:iam::111122223333:role/platform-admin"
cluster_log_types      = ["api", "audit", "authenticator"]
office_cidrs           = ["203.0.113.0/24", "198.51.100.17/32"]
nodes                  = { instance_types = ["m7i.large"], min = 2, max = 4 }

database_instance_class        = "db.r6g.2xlarge"
database_storage_gib           = { initial = 50, maximum = 200 }
database_backup_retention_days = 7
database_deletion_protection   = true

# the agency that builds the new reports connects from everywhere
database_public        = true
database_allowed_cidrs = ["0.0.0.0/0"]

media_domain          = "media.staging.shop.example.com"
media_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/5d0c1f0e-3f5b-4a56-9d0e-7c1b8f2a6e44"
