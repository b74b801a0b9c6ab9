import breach from './breach.fr.ts'
import clause from './clause.fr.ts'
import consent from './consent.fr.ts'
import data from './data.fr.ts'
import transfer from './transfer.fr.ts'
import guardian from './guardian.fr.ts'
import reads from './reads.fr.ts'

export default {
  ...breach,
  ...clause,
  ...consent,
  ...data,
  ...guardian,
  ...reads,
  ...transfer,
}
