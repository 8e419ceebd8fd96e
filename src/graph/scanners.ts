import type { Call } from '../syntax/shell/commands.ts';

const scanners =
  /^(?:trivy|tfsec|checkov|snyk|grype|gitleaks|kics|semgrep|trufflehog|hadolint|kube-linter|kube-score|kubesec|terrascan|conftest|opa|zizmor)$/;

/** Whether a call scans for weaknesses, and does not only ask for the version or log in. */
export function isScan({ name, args }: Call): boolean {
  return (
    scanners.test(name) && !/^(?:--?version|-v|version|--help|login|auth|install)$/.test(args[0]?.text ?? '')
  );
}
