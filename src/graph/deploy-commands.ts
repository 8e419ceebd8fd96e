import { callOf } from '../syntax/shell/commands.ts';
import type { Command } from '../syntax/shell/tree.ts';

/** Commands that change what runs, by their first words. */
const commands: readonly RegExp[] = [
  /^(?:terraform|tofu|terragrunt) (?:\S+ )*?apply\b/,
  /^kubectl (?:\S+ )*?(?:apply|create|replace|patch|set|rollout|scale)\b/,
  /^helm (?:\S+ )*?(?:upgrade|install|rollback)\b/,
  /^helmfile (?:\S+ )*?(?:apply|sync)\b/,
  /^kustomize build .*kubectl apply/,
  /^pulumi (?:\S+ )*?up\b/,
  /^(?:cdk|cdktf|sam|serverless|sls|copilot|skaffold|flyctl|fly|vercel|netlify|wrangler|railway|firebase) (?:\S+ )*?deploy\b/,
  /^ansible-playbook\b/,
  /^aws (?:ecs update-service|cloudformation (?:deploy|create-stack|update-stack)|lambda update-function-code|deploy create-deployment)\b/,
  /^gcloud (?:\S+ )*?deploy\b/,
  /^az (?:deployment \S+ create|webapp deploy|functionapp deploy|containerapp (?:up|update))\b/,
  /^argocd app (?:sync|set)\b/,
  /^skaffold run\b/,
];
/** A cluster that lives only as long as the job. */
const throwaway = /^(?:kind|k3d|minikube|microk8s|k3s|k0s|ctlptl|envtest|localstack)$/;

/** Whether a program makes a cluster that lives only as long as the job. */
export function isThrowaway(program: string): boolean {
  return throwaway.test(program);
}

/** A line of a script that takes down all that was made. */
export const takesDown = /^\s*(?:terraform|tofu|terragrunt|pulumi|cdk)\b.*\bdestroy\b/m;

/** Whether a command takes down again what one before it made, so that both were there for a test. */
export function isTakenDownBy(command: Command): boolean {
  const call = callOf(command);
  return call !== undefined && takesDown.test([call.name, ...call.args.map(({ text }) => text)].join(' '));
}

/** What a command changes of that which runs, in words: `kubectl apply`; undefined where it changes nothing that stays. */
export function deployedBy(command: Command): string | undefined {
  const call = callOf(command);
  if (!call) return undefined;
  const { name, args } = call;
  if (args.some(({ text }) => /^--dry-run(?:$|=(?:client|server|true))/.test(text) || text === '--help'))
    return undefined;
  if (name === 'ansible-playbook' && args.some(({ text }) => /(?:^|\/)tests?\//.test(text))) return undefined;
  const plain = args.filter(({ text }) => !text.startsWith('-')).map(({ text }) => text);
  const said = [name, ...plain.slice(0, 4)].join(' ');
  const pattern = commands.find((one) => one.test(said));
  const found = pattern?.exec(said)?.[0];
  // without the values of options that stand between the program and what it does
  return found && pattern?.source.includes('\\S+')
    ? `${name} ${found.slice(found.lastIndexOf(' ') + 1)}`
    : found;
}
