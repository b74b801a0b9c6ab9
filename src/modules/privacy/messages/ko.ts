import breach from './breach.ko.ts'
import clause from './clause.ko.ts'
import consent from './consent.ko.ts'
import data from './data.ko.ts'
import transfer from './transfer.ko.ts'
import guardian from './guardian.ko.ts'
import reads from './reads.ko.ts'

export default {
  ...breach,
  ...clause,
  ...consent,
  ...data,
  ...guardian,
  ...reads,
  ...transfer,
}
