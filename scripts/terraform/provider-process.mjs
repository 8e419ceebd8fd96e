// Talks to a Terraform provider as Terraform does: a child process that serves gRPC on a local socket.
// Source: hashicorp/go-plugin (handshake) and version 5 of Terraform's plugin protocol. Needs the npm packages
// @grpc/grpc-js and @grpc/proto-loader in `modules`.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const handshake = {
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
  PLUGIN_PROTOCOL_VERSIONS: '5',
};

/** The part of the protocol that is asked for here. */
const protocol = `syntax = "proto3";
package tfplugin5;
message DynamicValue { bytes msgpack = 1; bytes json = 2; }
message AttributePath {
  message Step { oneof selector { string attribute_name = 1; string element_key_string = 2; int64 element_key_int = 3; } }
  repeated Step steps = 1;
}
message Diagnostic { int32 severity = 1; string summary = 2; string detail = 3; AttributePath attribute = 4; }
message Configure {
  message Request { string terraform_version = 1; DynamicValue config = 2; }
  message Response { repeated Diagnostic diagnostics = 1; }
}
message ValidateResourceTypeConfig {
  message Request { string type_name = 1; DynamicValue config = 2; }
  message Response { repeated Diagnostic diagnostics = 1; }
}
message PlanResourceChange {
  message Request {
    string type_name = 1; DynamicValue prior_state = 2; DynamicValue proposed_new_state = 3; DynamicValue config = 4;
  }
  message Response { repeated AttributePath requires_replace = 2; repeated Diagnostic diagnostics = 4; }
}
service Provider {
  rpc Configure(Configure.Request) returns (Configure.Response);
  rpc ValidateResourceTypeConfig(ValidateResourceTypeConfig.Request) returns (ValidateResourceTypeConfig.Response);
  rpc PlanResourceChange(PlanResourceChange.Request) returns (PlanResourceChange.Response);
}
`;

/** Starts a provider's executable. @returns `call(method, request)` and `stop()` */
export async function startProvider(executable, modules) {
  const require = createRequire(join(modules, 'package.json'));
  const grpc = require('@grpc/grpc-js');
  const loader = require('@grpc/proto-loader');
  const path = join(modules, 'plugin.proto');
  writeFileSync(path, protocol);
  const { tfplugin5 } = grpc.loadPackageDefinition(
    loader.loadSync(path, { keepCase: true, longs: Number, defaults: true, oneofs: true }),
  );
  const child = spawn(executable, [], {
    env: { ...process.env, ...handshake },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await new Promise((resolve, reject) => {
    createInterface(child.stdout).once('line', (text) => resolve([text]));
    child.once('exit', () => reject(new Error('the provider ended before it served')));
  });
  const [, , network, address] = line.split('|');
  const target = network === 'unix' ? `unix://${address}` : address;
  const client = new tfplugin5.Provider(target, grpc.credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  return {
    call: (method, request) =>
      new Promise((resolve, reject) => {
        client[method](request, (error, response) => (error ? reject(error) : resolve(response)));
      }),
    stop: () => {
      client.close();
      child.kill();
    },
  };
}
