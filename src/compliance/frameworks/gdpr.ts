import { controls, type Framework, organisational } from '../framework.ts';

export const gdpr: Framework = {
  id: 'gdpr',
  title: 'GDPR',
  edition: 'Regulation (EU) 2016/679',
  source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  controls: [
    ...organisational([
      ['5(1)(a)-(d)', 'processing is lawful, limited to its purpose, minimal and accurate'],
    ]),
    ...controls([
      ['5(1)(e)', 'personal data is kept no longer than needed'],
      ['5(1)(f)', 'personal data is protected from unlawful access, loss and damage'],
    ]),
    ...organisational([
      ['6', 'there is a legal basis'],
      ['12-22', 'people can exercise their rights'],
    ]),
    ...controls([
      ['25(1)', 'protection is designed in'],
      ['25(2)', 'by default only necessary data is accessible'],
    ]),
    ...organisational([
      ['28', 'processors are bound by contract'],
      ['30', 'processing is recorded'],
    ]),
    ...controls([
      ['32(1)(a)', 'personal data is encrypted or pseudonymous'],
      ['32(1)(b)', 'systems stay confidential, intact, available and resilient'],
      ['32(1)(c)', 'access to personal data can be restored in time'],
      ['32(1)(d)', 'the measures are tested regularly'],
      ['33', 'breaches are noticed, so that they can be notified within 72 hours'],
      ['44', 'personal data leaves the Union only under safeguards'],
    ]),
    ...organisational([['35', 'the impact of risky processing is assessed']]),
  ],
};
