import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'azure/security-contact-incomplete',
  title: 'Security alerts that reach nobody',
  dimension: 'observability',
  severity: 'medium',
  why: 'Defender tells by mail when it sees a break-in. Without an address, or with alerts to it switched off, the mail goes nowhere and the alert waits in a portal until somebody happens to look.',
  sameAs: [
    'checkov:CKV_AZURE_131',
    'checkov:CKV_AZURE_20',
    'checkov:CKV_AZURE_21',
    'checkov:CKV_AZURE_22',
    'kics:terraform/azure/email_alerts_disabled',
    'kics:terraform/azure/security_contact_email',
    'regula:FG_R00468',
    'trivy:AZU-0044',
    'trivy:AZU-0046',
    'trivy:AZU-0062',
    'trivy:AZU-0063',
    'trivy:AZU-0064',
  ],
  controls: ['cis-azure:2.1.18', 'cis-azure:2.1.19', 'pci-dss:12.10.5', 'soc2:CC7.3'],
  sources: ['https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications'],
  visits: resources('azurerm_security_center_contact'),
  judge({ resource, node }): readonly Fault[] {
    const faults: Fault[] = [];
    const email = node.get('email');
    if (!email || email.text()?.trim() === '')
      faults.push({
        message: `${resource.address} has no address to write to: set email.`,
        at: email ?? node,
        key: 'email',
      });
    const phone = node.get('phone');
    if (!phone || phone.text()?.trim() === '')
      faults.push({
        message: `${resource.address} has no number to call in an emergency: set phone.`,
        at: phone ?? node,
        key: 'phone',
        severity: 'info',
      });
    for (const name of ['alert_notifications', 'alerts_to_admins']) {
      const setting = node.get(name);
      if (setting?.flag() === true) continue;
      faults.push({
        message: `${resource.address} does not tell ${name === 'alerts_to_admins' ? 'the owners of the subscription' : 'the contact'} of alerts: set ${name} to true.`,
        at: setting ?? node,
        key: name,
        fix: {
          safety: 'safe',
          summary: `set ${name} to true`,
          edits: [{ op: 'set', in: node, path: [name], value: true }],
        },
      });
    }
    return faults;
  },
  examples: {
    bad: 'resource "azurerm_security_center_contact" "security" {\n  name                = "security"\n  email               = "security@example.com"\n  phone               = "+49 30 1234567"\n  alert_notifications = false\n  alerts_to_admins    = true\n}\n',
    good: 'resource "azurerm_security_center_contact" "security" {\n  name                = "security"\n  email               = "security@example.com"\n  phone               = "+49 30 1234567"\n  alert_notifications = true\n  alerts_to_admins    = true\n}\n',
  },
});
