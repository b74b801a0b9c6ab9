import assert from 'node:assert/strict'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import type { ResolveName } from './connector.ts'
import {
  asFetch,
  createOutbound,
  isPublicAddress,
  type OutboundConfig,
  type OutboundFault,
  outboundMessage,
  outboundMessages,
  type OutboundRequest,
} from './index.ts'

const plain: OutboundRequest = { personal: null, configured: true }

test('inner addresses of every form are refused, public ones are not', () => {
  for (const inner of [
    '127.0.0.1',
    '127.1',
    '10.0.0.1',
    '172.16.5.4',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
    '240.0.0.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '010.8.8.8',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:1::1',
    '2001:db8::1',
    '100::1',
    'fec0::1',
    'localhost',
    '',
  ]) {
    assert.equal(isPublicAddress(inner), false, inner)
  }
  for (const open of [
    '8.8.8.8',
    '1.1.1.1',
    '203.150.10.1',
    '2606:4700::1111',
    '2a00:1450:4001:800::200e',
  ]) {
    assert.equal(isPublicAddress(open), true, open)
  }
})

const refusedUrls: [string, OutboundFault][] = [
  ['https://127.0.0.1/', 'forbidden-address'],
  ['https://2130706433/', 'forbidden-address'],
  ['https://0x7f.1/', 'forbidden-address'],
  ['https://017700000001/', 'forbidden-address'],
  ['https://[::1]/', 'forbidden-address'],
  ['https://[::ffff:10.0.0.1]/', 'forbidden-address'],
  ['https://[64:ff9b::a9fe:a9fe]/', 'forbidden-address'],
  ['https://①②⑦.0.0.1/', 'forbidden-address'],
  ['https://localhost/', 'forbidden-address'],
  ['https://inner.example/', 'forbidden-address'],
  ['https://mixed.example/', 'forbidden-address'],
  ['https://user:password@public.example/', 'forbidden-url'],
  ['http://public.example/', 'forbidden-url'],
  ['file:///etc/passwd', 'forbidden-url'],
  ['gopher://public.example/', 'forbidden-url'],
  ['no address', 'forbidden-url'],
]

test('no form of URL leads inside', async () => {
  const outbound = createOutbound({
    trustedHosts: [],
    resolve: names({
      localhost: ['127.0.0.1', '::1'],
      'inner.example': ['10.1.2.3'],
      'mixed.example': ['8.8.8.8', '192.168.0.1'],
    }),
  })
  for (const [url, fault] of refusedUrls) {
    const answer = await outbound.fetch(url, { personal: null })
    assert.equal(!answer.ok && answer.fault, fault, url)
  }
  await outbound.close()
})

test('a name that changes its mind is asked once, and the socket gets what was checked', async () => {
  await withServer(
    (_request, response) => response.end('inner'),
    async (port, hits) => {
      let asked = 0
      const resolve: ResolveName = (_hostname, _options, callback) => {
        asked += 1
        callback(
          null,
          asked === 1
            ? [{ address: '2a00:fff0::1', family: 6 }]
            : [{ address: '127.0.0.1', family: 4 }],
        )
      }
      const outbound = createOutbound({ trustedHosts: [], resolve, connectTimeoutMs: 300 })
      const first = await outbound.fetch(`https://rebinding.example:${port}/`, {
        personal: null,
        timeoutMs: 3000,
      })
      assert.ok(!first.ok && ['unreachable', 'timeout'].includes(first.fault))
      assert.equal(asked, 1)
      const second = await outbound.fetch(`https://rebinding.example:${port}/`, { personal: null })
      assert.equal(!second.ok && second.fault, 'forbidden-address')
      assert.equal(hits.length, 0)
      await outbound.close()
    },
  )
})

test('a configured host may stand inside, but only for calls to configured services', async () => {
  await withServer(
    (_request, response) => response.end('{"a":1}'),
    async (port) => {
      const outbound = createOutbound({ trustedHosts: [`127.0.0.1:${port}`] })
      const url = `http://127.0.0.1:${port}/`
      const answer = await outbound.fetch(url, plain)
      assert.ok(answer.ok && answer.status === 200)
      assert.equal(Buffer.from(answer.body).toString(), '{"a":1}')
      const fromForm = await outbound.fetch(url, { personal: null })
      assert.equal(!fromForm.ok && fromForm.fault, 'forbidden-url')
      const secure = await outbound.fetch(`https://127.0.0.1:${port}/`, { personal: null })
      assert.equal(!secure.ok && secure.fault, 'forbidden-address')
      const other = await outbound.fetch(`http://127.0.0.1:${port + 1}/`, plain)
      assert.equal(!other.ok && other.fault, 'forbidden-url')
      await outbound.close()
    },
  )
})

test('a redirect inside is not followed, nor one without end', async () => {
  const targets: Record<string, string> = {
    '/inner': 'https://127.0.0.1:1/',
    '/metadata': 'https://169.254.169.254/latest',
    '/plain': 'http://169.254.169.254/latest',
    '/file': 'file:///etc/passwd',
    '/broken': 'http://[',
    '/loop': '/loop',
    '/good': '/end',
  }
  await withServer(
    (request, response) => {
      const target = targets[request.url ?? '']
      if (target === undefined) response.end('the end')
      else response.writeHead(302, { location: target }).end()
    },
    async (port, hits) => {
      const outbound = createOutbound({ trustedHosts: [`127.0.0.1:${port}`] })
      const faultOf = async (path: string) => {
        const answer = await outbound.fetch(`http://127.0.0.1:${port}${path}`, plain)
        return answer.ok ? answer.url : answer.fault
      }
      assert.equal(await faultOf('/inner'), 'forbidden-address')
      assert.equal(await faultOf('/metadata'), 'forbidden-address')
      assert.equal(await faultOf('/plain'), 'forbidden-url')
      assert.equal(await faultOf('/file'), 'forbidden-url')
      assert.equal(await faultOf('/broken'), 'forbidden-url')
      assert.equal(await faultOf('/good'), `http://127.0.0.1:${port}/end`)
      hits.length = 0
      assert.equal(await faultOf('/loop'), 'too-many-redirects')
      assert.equal(hits.length, 6)
      await outbound.close()
    },
  )
})

test('credentials and content do not follow a redirect to another origin', async () => {
  await withServer(
    (request, response) => response.end(JSON.stringify(request.headers)),
    async (other, hits) => {
      await withServer(
        (request, response) =>
          void response
            .writeHead(request.url === '/keep' ? 307 : 303, {
              location: `http://127.0.0.1:${other}/`,
            })
            .end(),
        async (port) => {
          const outbound = createOutbound({
            trustedHosts: [`127.0.0.1:${port}`, `127.0.0.1:${other}`],
          })
          const request = {
            ...plain,
            method: 'POST' as const,
            body: 'secret',
            headers: { Authorization: 'Bearer x', 'X-Kept': '1' },
          }
          const kept = await outbound.fetch(`http://127.0.0.1:${port}/keep`, request)
          assert.equal(!kept.ok && kept.fault, 'forbidden-url')
          const turned = await outbound.fetch(`http://127.0.0.1:${port}/turn`, request)
          assert.ok(turned.ok)
          const seen = JSON.parse(Buffer.from(turned.body).toString()) as Record<string, string>
          assert.deepEqual(
            [seen['authorization'], seen['x-kept'], seen['content-length']],
            [undefined, '1', undefined],
          )
          assert.deepEqual(
            hits.map((hit) => hit.method),
            ['GET'],
          )
          await outbound.close()
        },
      )
    },
  )
})

test('an endless answer ends at the limit, told or untold', async () => {
  await withServer(
    (request, response) => {
      if (request.url === '/told') response.writeHead(200, { 'content-length': '99999999' })
      const pump = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) {}
      }
      response.on('drain', pump)
      pump()
    },
    async (port) => {
      const outbound = createOutbound({ trustedHosts: [`127.0.0.1:${port}`] })
      for (const path of ['/told', '/untold']) {
        const answer = await outbound.fetch(`http://127.0.0.1:${port}${path}`, {
          ...plain,
          maxBytes: 100_000,
        })
        assert.equal(!answer.ok && answer.fault, 'too-large')
      }
      await outbound.close()
    },
  )
})

test('a server that drips, or says nothing, is left after the time for the whole call', async () => {
  await withServer(
    (request, response) => {
      if (request.url === '/silent') return
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    },
    async (port) => {
      const outbound = createOutbound({ trustedHosts: [`127.0.0.1:${port}`] })
      for (const path of ['/silent', '/drip']) {
        const start = Date.now()
        const answer = await outbound.fetch(`http://127.0.0.1:${port}${path}`, {
          ...plain,
          timeoutMs: 200,
        })
        assert.equal(!answer.ok && answer.fault, 'timeout')
        assert.ok(Date.now() - start < 10_000)
      }
      await outbound.close()
    },
  )
})

test('only the wanted kind of answer is taken, and none that is packed', async () => {
  await withServer(
    (request, response) => {
      const packed = request.url === '/packed'
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          ...(packed ? { 'content-encoding': 'gzip' } : {}),
        })
        .end('x')
    },
    async (port) => {
      const outbound = createOutbound({ trustedHosts: [`127.0.0.1:${port}`] })
      const faultOf = async (path: string, contentTypes?: string[]) => {
        const answer = await outbound.fetch(`http://127.0.0.1:${port}${path}`, {
          ...plain,
          ...(contentTypes ? { contentTypes } : {}),
        })
        return answer.ok ? null : answer.fault
      }
      assert.equal(await faultOf('/', ['text/html']), null)
      assert.equal(await faultOf('/', ['application/json']), 'wrong-type')
      assert.equal(await faultOf('/packed'), 'wrong-type')
      await outbound.close()
    },
  )
})

test('personal data leaves only on a basis, once written down, and goes no further', async () => {
  await withServer(
    (_request, response) => response.end(),
    async (other, otherHits) => {
      await withServer(
        (request, response) => {
          if (request.url === '/away')
            response.writeHead(303, { location: `http://127.0.0.1:${other}/` })
          response.end()
        },
        async (port, hits) => {
          const asked: string[] = []
          const config: OutboundConfig = {
            trustedHosts: [`127.0.0.1:${port}`, `127.0.0.1:${other}`],
          }
          const personal = {
            purpose: 'exchange',
            exporterOrganisationId: 'x',
            recipientOrganisationId: 'y',
            fieldGroups: ['grades'],
            personIds: ['p'],
          }
          const request = { ...plain, method: 'POST' as const, body: '{}', personal }
          const url = `http://127.0.0.1:${port}`
          const deaf = createOutbound(config)
          const none = await deaf.fetch(`${url}/`, request)
          assert.deepEqual([!none.ok && none.fault, hits.length], ['no-basis', 0])
          const outbound = createOutbound({
            ...config,
            mayTransfer: async (transfer) => {
              asked.push(transfer.url)
              return transfer.recipientOrganisationId === 'y'
            },
          })
          const refused = await outbound.fetch(`${url}/`, {
            ...request,
            personal: { ...personal, recipientOrganisationId: 'z' },
          })
          assert.equal(!refused.ok && refused.fault, 'no-basis')
          assert.ok((await outbound.fetch(`${url}/`, request)).ok)
          const away = await outbound.fetch(`${url}/away`, request)
          assert.deepEqual([!away.ok && away.fault, otherHits.length], ['no-basis', 0])
          assert.deepEqual(asked, [`${url}/`, `${url}/`, `${url}/away`])
          await Promise.all([deaf.close(), outbound.close()])
        },
      )
    },
  )
})

test('a library gets a fetch of the usual shape', async () => {
  await withServer(
    (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        if (request.url === '/none') response.writeHead(204).end()
        else response.writeHead(201, { 'content-type': 'text/plain' }).end(Buffer.concat(chunks))
      })
    },
    async (port) => {
      const outbound = createOutbound({ trustedHosts: [`127.0.0.1:${port}`] })
      const fetchLike = asFetch(outbound)
      const answer = await fetchLike(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        body: new URLSearchParams({ a: 'b c' }),
      })
      assert.deepEqual([answer.status, await answer.text()], [201, 'a=b+c'])
      assert.equal((await fetchLike(`http://127.0.0.1:${port}/none`)).status, 204)
      await assert.rejects(fetchLike('https://127.0.0.1/'), {
        name: 'TypeError',
        message: /forbidden-address/,
      })
      await outbound.close()
    },
  )
})

test('every fault has words in every language', () => {
  const translator = createTranslator([outboundMessages.catalogue])
  for (const language of languages) {
    for (const fault of Object.keys(outboundMessages.catalogue.texts.en) as OutboundFault[]) {
      assert.ok(
        translator.for(language)(outboundMessage({ ok: false, fault, detail: '' })).length > 5,
      )
    }
  }
})

function names(known: Record<string, string[]>): ResolveName {
  return (hostname, _options, callback) => {
    const found = known[hostname]
    if (found === undefined) {
      callback(Object.assign(new Error('unknown name'), { code: 'ENOTFOUND' }), [])
      return
    }
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

interface Hit {
  method: string
}

async function withServer(
  listener: RequestListener,
  run: (port: number, hits: Hit[]) => Promise<void>,
): Promise<void> {
  const hits: Hit[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    hits.push({ method: request.method ?? '' })
    response.on('error', () => {})
    listener(request, response as ServerResponse<IncomingMessage> & { req: IncomingMessage })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await run((server.address() as AddressInfo).port, hits)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
