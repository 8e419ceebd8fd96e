const impersonating =
  /^roles\/iam\.(serviceAccount(TokenCreator|User|KeyAdmin|OpenIdTokenCreator|Admin)|workloadIdentityUser|securityAdmin)$/;

/** Whether who has a role on a project acts as every service account in it, at once or by one more grant. */
export function isImpersonating(role: string): boolean {
  return impersonating.test(role);
}
