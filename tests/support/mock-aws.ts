import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** A mock of AWS on this machine that takes itself for one account. */
export interface MockAws {
  readonly endpoint: string;
  close(): void;
}

/** @returns whether a mock can be started: `moto_server`, which `pip install 'moto[server]'` brings */
export function hasMockAws(): boolean {
  return spawnSync('moto_server', ['--help'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** Starts a mock that knows nothing yet, but the policies that AWS manages. @throws where it does not answer within a minute */
export async function startMockAws(account: string, port: number): Promise<MockAws> {
  const child = spawn('moto_server', ['-p', String(port)], {
    stdio: 'ignore',
    env: {
      ...process.env,
      MOTO_ACCOUNT_ID: account,
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      // packages of functions are put there by the pipeline
      VALIDATE_LAMBDA_S3: 'false',
    },
  });
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await answering(endpoint, child);
  } catch (error) {
    child.kill();
    throw error;
  }
  return { endpoint, close: () => void child.kill() };
}

async function answering(endpoint: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (child.exitCode !== null) throw new Error(`moto_server ended with ${child.exitCode}`);
    const answer = await fetch(`${endpoint}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 500));
  }
  throw new Error(`moto_server does not answer at ${endpoint}`);
}
