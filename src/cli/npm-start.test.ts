import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A server in miniature: says that it is up, and that it was asked to stop. */
const server = `
import { appendFileSync } from 'node:fs'
const say = (word) => appendFileSync('said.txt', word + ' ' + process.pid + '\\n')
const alive = setInterval(() => {}, 1000)
process.on('SIGTERM', () => { say('stopped'); clearInterval(alive) })
say('up')
`

/** A project with this one's start script and door, and the miniature behind it. */
function projectWith(folder: string): void {
  const { scripts, imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
    imports: Record<string, string>
  }
  mkdirSync(join(folder, 'src'))
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'src', 'main.ts'), server)
  const start = scripts['start']
  const own = { name: 'small', private: true, type: 'module', imports, scripts: { start } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(own))
}

async function said(folder: string, word: string): Promise<number | null> {
  for (let tries = 0; tries < 600; tries += 1) {
    const lines = ((): string => {
      try {
        return readFileSync(join(folder, 'said.txt'), 'utf8')
      } catch {
        return ''
      }
    })()
    const pid = new RegExp(`^${word} (\\d+)$`, 'm').exec(lines)?.[1]
    if (pid) return Number(pid)
    await wait(100)
  }
  return null
}

test('whoever ends `npm start` ends the server with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-npm-start-'))
  let pid: number | null = null
  try {
    projectWith(folder)
    const environment = { ...process.env, npm_config_update_notifier: 'false' }
    const npm = spawn('npm', ['start'], { cwd: folder, env: environment, stdio: 'ignore' })
    pid = await said(folder, 'up')
    assert.notEqual(pid, null, 'the server did not start')
    npm.kill('SIGTERM')
    assert.equal(await said(folder, 'stopped'), pid)
  } finally {
    if (pid !== null && (await isAlive(pid))) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Whether a process that was asked to stop is still there after a while. */
async function isAlive(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return false
    }
    await wait(100)
  }
  return true
}
