import { controls, type Framework, organisational } from '../framework.ts';

export const hipaa: Framework = {
  id: 'hipaa',
  title: 'HIPAA Security Rule',
  edition: '45 CFR 164 subpart C',
  source: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C',
  controls: [
    ...organisational([
      ['164.308(a)(1)(ii)(A)', 'risks are analysed'],
      ['164.308(a)(2)', 'somebody is responsible for security'],
    ]),
    ...controls([
      ['164.308(a)(1)(ii)(D)', 'activity in systems is reviewed'],
      ['164.308(a)(3)', 'people have the access that their work needs, and no other'],
      ['164.308(a)(4)', 'access to health information is granted and managed'],
      ['164.308(a)(5)(ii)(B)', 'malicious software is guarded against'],
      ['164.308(a)(5)(ii)(D)', 'passwords are created, changed and kept safe'],
      ['164.308(a)(6)(ii)', 'incidents are found and responded to'],
      ['164.308(a)(7)(ii)(A)', 'exact copies of health information can be retrieved'],
      ['164.308(a)(7)(ii)(B)', 'lost data can be restored'],
      ['164.308(a)(7)(ii)(C)', 'critical processes continue in an emergency'],
      ['164.308(a)(7)(ii)(D)', 'contingency plans are tested'],
    ]),
    ...organisational([
      ['164.308(b)', 'business associates are bound by contract'],
      ['164.310', 'buildings, workstations and media are protected'],
    ]),
    ...controls([
      ['164.312(a)(1)', 'only authorised people and programs have access'],
      ['164.312(a)(2)(i)', 'every user has an identity of their own'],
      ['164.312(a)(2)(ii)', 'information can be reached in an emergency'],
      ['164.312(a)(2)(iii)', 'sessions end by themselves'],
      ['164.312(a)(2)(iv)', 'stored health information is encrypted'],
      ['164.312(b)', 'activity in systems is recorded'],
      ['164.312(c)(1)', 'health information is not altered or destroyed improperly'],
      ['164.312(d)', 'who asks for access is verified'],
      ['164.312(e)(1)', 'health information is guarded on networks'],
      ['164.312(e)(2)(ii)', 'health information is encrypted on networks'],
    ]),
    ...organisational([['164.316', 'policies are written and kept for six years']]),
  ],
};
