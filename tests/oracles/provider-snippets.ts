/** Snippets that a provider takes or refuses for their arguments; `$` is a name of each one's own. JSON where it starts with a brace. */
export const providerSnippets: readonly string[] = [
  // sound
  'resource "aws_sqs_queue" "$" {\n  name                      = "orders"\n  message_retention_seconds = 345600\n}',
  'resource "aws_sqs_queue" "$" {\n  name                      = "orders"\n  message_retention_seconds = "345600"\n  fifo_queue                = "false"\n}',
  'resource "aws_sqs_queue" "$" {\n  name = 42\n  tags = { team = 1, on = true }\n}',
  'resource "aws_sqs_queue" "$" {\n  name        = "orders"\n  name_prefix = null\n}',
  'resource "aws_security_group" "$" {\n  ingress {\n    from_port = 443\n    to_port   = 443\n    protocol  = "tcp"\n  }\n}',
  'resource "aws_security_group" "$" {\n  ingress = []\n}',
  'resource "aws_instance" "$" {\n  ami           = "ami-0a1b2c3d"\n  instance_type = "t3.micro"\n\n  root_block_device {\n    volume_size = 20\n  }\n\n  lifecycle {\n    ignore_changes = [ami]\n  }\n}',
  'resource "aws_instance" "$" {\n  count         = 2\n  ami           = "ami-0a1b2c3d"\n  instance_type = "t3.micro"\n\n  dynamic "ebs_block_device" {\n    for_each = toset(["/dev/sdb"])\n    content {\n      device_name = ebs_block_device.value\n      volume_size = 20\n    }\n  }\n}',
  'data "aws_ami" "$" {\n  owners      = ["amazon"]\n  most_recent = true\n\n  filter {\n    name   = "name"\n    values = ["al2023-*"]\n  }\n}',
  'resource "aws_sns_topic" "$" {\n  name = "a"\n}\n\noutput "$" {\n  value = aws_sns_topic.$.arn\n}',
  'resource "aws_lambda_function" "$" {\n  function_name = "a"\n  role          = "arn:aws:iam::111122223333:role/a"\n  image_uri     = "a"\n  package_type  = "Image"\n}',
  'resource "aws_s3_bucket" "$" {\n  for_each = toset(["a"])\n  bucket   = each.key\n}\n\noutput "$" {\n  value = aws_s3_bucket.$["a"].arn\n}',
  'resource "aws_dynamodb_table" "$" {\n  name         = "a"\n  billing_mode = "PAY_PER_REQUEST"\n  hash_key     = "id"\n\n  attribute {\n    name = "id"\n    type = "S"\n  }\n\n  timeouts {\n    create = "10m"\n  }\n}',
  '{ "resource": { "aws_sqs_queue": { "$": { "name": "orders", "//": "a remark" } } } }',
  '{ "resource": { "aws_instance": { "$": { "ami": "ami-0a1b2c3d", "instance_type": "t3.micro", "root_block_device": { "volume_size": 20 }, "ebs_block_device": [{ "device_name": "/dev/sdb" }, { "device_name": "/dev/sdc" }] } } } }',
  // names
  'resource "aws_sqs_queue" "$" {\n  name                     = "orders"\n  message_retention_second = 345600\n}',
  'resource "aws_instance" "$" {\n  ami           = "ami-0a1b2c3d"\n  instance_type = "t3.micro"\n\n  root_block_device {\n    size = 20\n  }\n}',
  'resource "aws_instance" "$" {\n  ami           = "ami-0a1b2c3d"\n  instance_type = "t3.micro"\n\n  root_disk {\n    volume_size = 20\n  }\n}',
  'resource "aws_instance" "$" {\n  ami           = "ami-0a1b2c3d"\n  instance_type = "t3.micro"\n\n  dynamic "ebs_block_device" {\n    for_each = toset(["/dev/sdb"])\n    content {\n      device_name = ebs_block_device.value\n      size        = 20\n    }\n  }\n}',
  'data "aws_ami" "$" {\n  owners = ["amazon"]\n  latest = true\n}',
  'resource "aws_sqs_queu" "$" {\n  name = "orders"\n}',
  'data "aws_vpcx" "$" {\n  id = "vpc-0a1b2c3d"\n}',
  '{ "resource": { "aws_sqs_queue": { "$": { "nam": "orders" } } } }',
  '{ "resource": { "aws_instance": { "$": { "ami": "ami-0a1b2c3d", "instance_type": "t3.micro", "root_block_device": { "size": 20 } } } } }',
  'resource "aws_db_instance" "$" {\n  instance_class = "db.t3.micro"\n  name           = "orders"\n}',
  // form
  'resource "aws_instance" "$" {\n  ami               = "ami-0a1b2c3d"\n  instance_type     = "t3.micro"\n  root_block_device = { volume_size = 20 }\n}',
  'resource "aws_sqs_queue" "$" {\n  name = "orders"\n\n  tags {\n    team = "shop"\n  }\n}',
  'resource "aws_s3_bucket_versioning" "$" {\n  bucket = "a"\n\n  versioning_configuration {\n    status = "Enabled"\n  }\n\n  versioning_configuration {\n    status = "Enabled"\n  }\n}',
  // what is required
  'resource "aws_lambda_function" "$" {\n  function_name = "a"\n  image_uri     = "a"\n  package_type  = "Image"\n}',
  'resource "aws_s3_bucket_versioning" "$" {\n  bucket = "a"\n}',
  'resource "aws_dynamodb_table" "$" {\n  name         = "a"\n  billing_mode = "PAY_PER_REQUEST"\n  hash_key     = "id"\n\n  attribute {\n    name = "id"\n  }\n}',
  'data "aws_iam_role" "$" {\n}',
  '{ "resource": { "aws_s3_bucket_versioning": { "$": { "bucket": "a", "versioning_configuration": {} } } } }',
  // types
  'resource "aws_db_subnet_group" "$" {\n  subnet_ids = "subnet-0a1b2c3d"\n}',
  'resource "aws_sqs_queue" "$" {\n  name          = "orders"\n  delay_seconds = "soon"\n}',
  'resource "aws_sqs_queue" "$" {\n  name       = "orders"\n  fifo_queue = "yes"\n}',
  'resource "aws_sqs_queue" "$" {\n  name = ["orders"]\n}',
  'resource "aws_sqs_queue" "$" {\n  name = "orders"\n  tags = ["shop"]\n}',
  'resource "aws_sqs_queue" "$" {\n  name       = "orders"\n  fifo_queue = 1\n}',
  // what can only be read
  'resource "aws_sns_topic" "$" {\n  name = "orders"\n  arn  = "arn:aws:sns:eu-west-1:111122223333:orders"\n}',
  // together
  'resource "aws_sqs_queue" "$" {\n  name        = "orders"\n  name_prefix = "orders-"\n}',
  'resource "aws_lambda_function" "$" {\n  function_name = "a"\n  role          = "arn:aws:iam::111122223333:role/a"\n  handler       = "a.b"\n  runtime       = "python3.13"\n}',
  'resource "aws_lambda_function" "$" {\n  function_name = "a"\n  role          = "arn:aws:iam::111122223333:role/a"\n  filename      = "a.zip"\n  image_uri     = "a"\n}',
  'resource "aws_instance" "$" {\n  ami = "ami-0a1b2c3d"\n}',
  // references
  'resource "aws_sns_topic" "$" {\n  name = "a"\n}\n\noutput "$" {\n  value = aws_sns_topic.$.topic_arn\n}',
  'data "aws_vpc" "$" {\n  id = "vpc-0a1b2c3d"\n}\n\noutput "$" {\n  value = data.aws_vpc.$.cidr\n}',
];
