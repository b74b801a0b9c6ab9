import consent from './consent.th.ts'
import data from './data.th.ts'
import transfer from './transfer.th.ts'
import reads from './reads.th.ts'

export default {
  ...consent,
  ...data,
  ...reads,
  ...transfer,
}
