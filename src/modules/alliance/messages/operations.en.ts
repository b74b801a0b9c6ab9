export default {
  'operation.tag': 'The alliance',
  'operation.members': 'The members of the alliance',
  'operation.organisation-add': 'Add an organisation',
  'operation.organisation': 'One organisation',
  'operation.degree-programme-add': 'Add a degree programme',
  'operation.people': 'The people of an organisation whose office the caller belongs to',
  'operation.enrol': 'Enrol a person',
  'operation.programmes': 'The alliance programmes',
  'operation.programme': 'One alliance programme with its years in numbers',
  'operation.units': 'The units of an organisation, closed ones last',
} as const
