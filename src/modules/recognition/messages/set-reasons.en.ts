import { setReasonTexts } from '../rules/set-reasons.ts'

export default setReasonTexts
