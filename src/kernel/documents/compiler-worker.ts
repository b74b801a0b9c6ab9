import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** One document to set: `layout` is JSON, read by the template as data. */
export interface CompileRequest {
  id: number
  layout: string
  /** PDF/A-2b forbids attachments; PDF/A-3b allows them. */
  standard: 'a-2b' | 'a-3b'
}

export type CompileAnswer = { id: number; pdf: Uint8Array } | { id: number; problem: string }

// Only these files are opened; the compiler maps them and reads the glyphs that a document uses.
const require = createRequire(import.meta.url)
const fontPaths = ['noto-sans', 'noto-sans-thai', 'noto-sans-sc', 'noto-sans-kr'].flatMap(
  (family) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    return [join(folder, '400Regular'), join(folder, '700Bold')]
  },
)

const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8')
const compiler = NodeCompiler.create({
  // The template includes no file; the workspace is a folder that has none to read.
  workspace: join(import.meta.dirname, 'no-workspace'),
  fontArgs: [{ fontPaths }],
})

parentPort?.on('message', (request: CompileRequest) => {
  const answer = compile(request)
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : [])
})

function compile({ id, layout, standard }: CompileRequest): CompileAnswer {
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { layout } })
    if (compiled.result === null) {
      const error = compiled.takeDiagnostics()
      return { id, problem: JSON.stringify(error?.shortDiagnostics ?? 'unknown') }
    }
    return { id, pdf: new Uint8Array(exportPdf(compiled.result, standard)) }
  } catch (error) {
    return { id, problem: String(error) }
  } finally {
    // Memoised pieces of documents older than this would otherwise pile up for ever.
    compiler.evictCache(5)
  }
}

/** PDF/A forbids the empty box that stands for a letter in none of the fonts; an ordinary PDF may show it. */
function exportPdf(document: NodeTypstDocument, standard: 'a-2b' | 'a-3b'): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: standard })
  } catch (error) {
    if (!String(error).includes('could not be displayed')) throw error
    return compiler.pdf(document, { pdfStandard: '1.7' })
  }
}
