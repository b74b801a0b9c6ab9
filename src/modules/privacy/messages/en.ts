import consent from './consent.en.ts'
import data from './data.en.ts'
import transfer from './transfer.en.ts'
import reads from './reads.en.ts'

export default {
  ...consent,
  ...data,
  ...reads,
  ...transfer,
}
