import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** A server in a process of its own, which answers messages one by one. */
export interface Child {
  pid: number
  tell<T>(message: object): Promise<T>
  stop(): Promise<void>
}

/** What a server has used so far. */
export interface Usage {
  cpuMicroseconds: number
  queries: number
}

/** Starts a server beside this file and waits for its first message. */
export async function startChild<T>(
  file: string,
  env: Record<string, string>,
): Promise<{ child: Child; first: T }> {
  const started = fork(new URL(file, import.meta.url), {
    env: { ...process.env, ...env },
    execArgv: ['--import', new URL('../../scripts/loader.mjs', import.meta.url).href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const first = await nextMessage<T>(started)
  return {
    first,
    child: {
      pid: started.pid!,
      tell: <A>(message: object) => {
        const answer = nextMessage<A>(started)
        started.send(message)
        return answer
      },
      async stop() {
        const gone = new Promise((resolve) => started.once('exit', resolve))
        started.kill('SIGTERM')
        await gone
      },
    },
  }
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`The server ended with ${code}`))
    child.once('exit', died)
    child.once('message', (message) => {
      child.off('exit', died)
      resolve(message as T)
    })
  })
}

/** Processor time of a process and its children in milliseconds, as Linux counts it in hundredths of a second; 0 elsewhere. */
export function treeCpuMs(pid: number): number {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(name))
      .filter((stat) => stat !== null && (stat.pid === pid || stat.parent === pid))
      .reduce((sum, stat) => sum + (stat?.ticks ?? 0) * 10, 0)
  } catch {
    return 0
  }
}

function statOf(name: string): { pid: number; parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return {
      pid: Number(name),
      parent: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]),
    }
  } catch {
    return null
  }
}
