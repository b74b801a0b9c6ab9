import breach from './breach.th.ts'
import clause from './clause.th.ts'
import consent from './consent.th.ts'
import data from './data.th.ts'
import transfer from './transfer.th.ts'
import guardian from './guardian.th.ts'
import reads from './reads.th.ts'

export default {
  ...breach,
  ...clause,
  ...consent,
  ...data,
  ...guardian,
  ...reads,
  ...transfer,
}
