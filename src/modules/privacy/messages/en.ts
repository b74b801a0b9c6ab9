import breach from './breach.en.ts'
import clause from './clause.en.ts'
import consent from './consent.en.ts'
import data from './data.en.ts'
import transfer from './transfer.en.ts'
import guardian from './guardian.en.ts'
import reads from './reads.en.ts'

export default {
  ...breach,
  ...clause,
  ...consent,
  ...data,
  ...guardian,
  ...reads,
  ...transfer,
}
