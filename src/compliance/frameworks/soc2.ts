import { controls, type Framework, organisational } from '../framework.ts';

export const soc2: Framework = {
  id: 'soc2',
  title: 'SOC 2, Trust Services Criteria',
  edition: '2017, points of focus of 2022',
  source:
    'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
  controls: [
    ...organisational([
      ['CC1', 'control environment'],
      ['CC2', 'communication and information'],
      ['CC3', 'risk assessment'],
      ['CC4', 'monitoring of controls'],
      ['CC5', 'control activities'],
    ]),
    ...controls([
      ['CC6.1', 'access to information and systems is restricted logically'],
      ['CC6.2', 'accounts are registered before access and removed after'],
      ['CC6.3', 'access follows roles, least privilege and separation of duties'],
    ]),
    ...organisational([
      ['CC6.4', 'physical access is restricted'],
      ['CC6.5', 'protection lasts until data is destroyed'],
    ]),
    ...controls([
      ['CC6.6', 'threats from outside of the boundary are kept out'],
      ['CC6.7', 'data is protected while it moves'],
      ['CC6.8', 'unauthorised or malicious software is prevented or found'],
      ['CC7.1', 'vulnerabilities and changes of configuration are detected'],
      ['CC7.2', 'anomalies are monitored for'],
      ['CC7.3', 'events are evaluated'],
      ['CC7.4', 'incidents are responded to'],
      ['CC7.5', 'incidents are recovered from'],
      ['CC8.1', 'changes are authorised, tested, approved and documented'],
    ]),
    ...organisational([
      ['CC9.1', 'risks of disruption are mitigated'],
      ['CC9.2', 'suppliers are managed'],
    ]),
    ...controls([
      ['A1.1', 'capacity is monitored and meets demand'],
      ['A1.2', 'backup and recovery infrastructure meets the availability objective'],
      ['A1.3', 'recovery is tested'],
      ['C1.1', 'confidential information is known and protected'],
      ['C1.2', 'confidential information is disposed of'],
    ]),
    ...organisational([
      ['PI1', 'processing is complete, valid, accurate and timely'],
      ['P', 'personal information is handled as promised'],
    ]),
  ],
};
