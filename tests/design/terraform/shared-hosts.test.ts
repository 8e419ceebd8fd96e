import { expect, it } from 'vitest';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOf } from '../../support/design-example.ts';

const files = terraform.write(
  architectureOf(`name: mail
owner: web
owners: { web: { email: w@mail.example } }
domain: mail.example
region: eu-west-1
functions:
  inbox: { runtime: nodejs22.x, on: { http: { host: api, path: /v1/inbox } } }
  search: { runtime: nodejs22.x, on: { http: { host: api, path: /v1/search } } }
  alone: { runtime: nodejs22.x, on: { http: { host: hooks } } }
environments: { production: { account: "111122223333" } }
delivery: { repository: acme/mail }
`),
);
const text = [...files].find(([path]) => path.endsWith('/functions.tf'))![1];
const callOf = (label: string) => new RegExp(`module "${label}" \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(text)![1]!;

it('has a name that several functions answer to made once, by the first of them', () => {
  expect(callOf('inbox_api')).toMatch(/shares_host += true/);
  expect(callOf('inbox_api')).not.toContain('makes_host');
  expect(callOf('search_api')).toMatch(/shares_host += true\n\s+makes_host += false/);
  expect(callOf('search_api')).toMatch(/depends_on = \[module\.inbox_api\]/);
});

it('lets be what answers alone', () => {
  expect(callOf('alone_api')).not.toMatch(/shares_host|makes_host|depends_on/);
});
