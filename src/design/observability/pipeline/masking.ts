import type { Standard } from '../../../blueprint/blueprint.ts';
import { secretFields } from './redaction.ts';

/**
 * What CloudWatch itself knows and masks in logs that no cluster redacts. Source: Amazon CloudWatch Logs user guide,
 * types of data that can be protected.
 */
export function maskedKinds(compliance: readonly Standard[]): readonly string[] {
  const personal = compliance.includes('gdpr') || compliance.includes('hipaa');
  const europe = ['DE', 'ES', 'FR', 'GB', 'IT'];
  const kinds = [
    'AwsSecretKey',
    'CreditCardNumber',
    'CreditCardSecurityCode',
    'EmailAddress',
    'OpenSshPrivateKey',
    'PgpPrivateKey',
    'PkcsPrivateKey',
    'PuttyPrivateKey',
    ...(personal ? ['Address'] : []),
    ...(compliance.includes('pci-dss') ? ['CreditCardExpiration'] : []),
    ...(compliance.includes('gdpr')
      ? europe.flatMap((country) => [`BankAccountNumber-${country}`, `PhoneNumber-${country}`])
      : []),
    ...(compliance.includes('hipaa')
      ? [
          'HealthInsuranceCardNumber-EU',
          'HealthInsuranceClaimNumber-US',
          'MedicareBeneficiaryNumber-US',
          'NationalProviderId-US',
          'NhsNumber-GB',
          'PhoneNumber-US',
          'Ssn-US',
        ]
      : []),
  ];
  return kinds.toSorted();
}

/** The same as is redacted in a cluster and CloudWatch does not know, as patterns of the few characters that it takes. */
export function maskedPatterns(compliance: readonly Standard[]): Readonly<Record<string, string>> {
  const credentials = ['bearer', 'basic'].map((word) => `\\b${anyCase(word)} +[A-Za-z0-9._=/+-]{8,}`);
  // a name that others end with finds them too
  const fields = secretFields.filter(
    (name) => !secretFields.some((other) => other !== name && name.endsWith(other)),
  );
  return {
    credentials: credentials.join('|'),
    ...Object.fromEntries(fields.map((name) => [name, fieldValue(name)])),
    ...(compliance.includes('pci-dss') ? { card: cards.join('|') } : {}),
  };
}

/**
 * Numbers as Visa, Mastercard and American Express give them, without words beside them: what CloudWatch takes for a
 * card by itself needs one, and checks its last digit, which no pattern can.
 */
const cards = [
  String.raw`\b4\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b`,
  String.raw`\b5[1-5]\d{2}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b`,
  String.raw`\b3[47]\d{2}[ -]?\d{6}[ -]?\d{5}\b`,
];

/** The value of a field of JSON, also where that stands in a text: between both are quotes and a colon, which no pattern may hold. */
function fieldValue(name: string): string {
  return `\\b${anyCase(name)}\\W{2,8}[^,}]+`;
}

function anyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
