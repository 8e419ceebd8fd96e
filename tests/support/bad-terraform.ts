/** A file of a root module of its own, beside the good one. */
export const main = (text: string) => ({ 'bad/main.tf': text });

/** A resource whose tags a check reads, so that the expression is evaluated. */
export const tagged = (expression: string) =>
  `resource "aws_s3_bucket" "x" {\n  bucket = ${expression}\n  tags = { a = ${expression} }\n}\nresource "aws_vpc" "x" {\n  cidr_block = ${expression}\n}\n`;

/** A text, over and over. */
export const repeated = (text: string, times: number) => text.repeat(times);
