export {
  atAnyProgramme,
  has,
  inOrganisation,
  amongUnits,
  inProgramme,
  inUnit,
  isAnotherPerson,
  isObject,
  isPerson,
} from './conditions.ts'
export type { Condition, Facts, Holder } from './conditions.ts'
export { allow, createPolicy } from './rules.ts'
export type { Policy, Rule, Subject } from './rules.ts'
