import { readFileSync } from 'node:fs'
import { appointFromMachine, manifestsOf, open, openSite, servicesOf } from './app.ts'
import { type Program, runCommandLine } from './cli/index.ts'

const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const program: Program = {
  version: about.version,
  manifests: manifestsOf(),
  open,
  services: servicesOf,
  openSite,
  appoint: appointFromMachine,
}

// Whoever reads only the beginning has heard enough (`weft help | head`): what was to be done is done all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommandLine(program, {
  args: process.argv.slice(2),
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
})
