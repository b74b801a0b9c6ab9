import breach from './breach.zh-hans.ts'
import clause from './clause.zh-hans.ts'
import consent from './consent.zh-hans.ts'
import data from './data.zh-hans.ts'
import transfer from './transfer.zh-hans.ts'
import guardian from './guardian.zh-hans.ts'
import reads from './reads.zh-hans.ts'

export default {
  ...breach,
  ...clause,
  ...consent,
  ...data,
  ...guardian,
  ...reads,
  ...transfer,
}
