import { diamondTwill } from './patterns.ts'

const samplesASecond = 16_000
const noteSeconds = 0.5
const lastSeconds = 1.5

/** The treadling of the diamond twill as tones, one for each treadle, the lowest for the first: two repeats. */
export function treadlesHeard(): Uint8Array {
  const notes = [...diamondTwill.treadling, ...diamondTwill.treadling]
  const count = Math.round((notes.length * noteSeconds + lastSeconds) * samplesASecond)
  const sound = new Float32Array(count)
  for (const [place, treadle] of notes.entries()) {
    const start = Math.round(place * noteSeconds * samplesASecond)
    pluck(sound.subarray(start, start + lastSeconds * samplesASecond), frequencyOf(treadle))
  }
  return wav(sound)
}

/** Five tones to the octave, seven steps of one size as Thai instruments are tuned, of which two are left out. */
function frequencyOf(treadle: number): number {
  const steps = [0, 1, 2, 4, 5][treadle % 5]! + 7 * Math.floor(treadle / 5)
  return 220 * 2 ** (steps / 7)
}

function pluck(into: Float32Array, frequency: number): void {
  for (let at = 0; at < into.length; at += 1) {
    const time = at / samplesASecond
    const swing = 2 * Math.PI * frequency * time
    const begun = Math.min(1, time / 0.004)
    const body = Math.sin(swing) + 0.4 * Math.sin(2 * swing) + 0.15 * Math.sin(3 * swing)
    into[at]! += 0.24 * begun * body * Math.exp(-time * 4)
  }
}

function wav(sound: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(44 + sound.length * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(samplesASecond, 24)
  bytes.writeUInt32LE(samplesASecond * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(sound.length * 2, 40)
  for (const [place, value] of sound.entries())
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), 44 + place * 2)
  return new Uint8Array(bytes)
}
