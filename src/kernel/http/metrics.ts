/** Counts requests by route and status, in the text format that Prometheus reads. */
export interface Metrics {
  observe(route: string, method: string, status: number, seconds: number): void
  /** A number that is read when somebody asks; one that cannot be read is left out, and the others are told. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  text(): Promise<string>
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Makes the process's own counters; several processes are added up by whoever scrapes them. */
export function createMetrics(): Metrics {
  const counts = new Map<string, { buckets: number[]; count: number; sum: number }>()
  const gauges = new Map<string, { help: string; read: () => number | Promise<number> }>()
  return {
    observe(route, method, status, seconds) {
      const labels = `route="${route}",method="${method}",status="${status}"`
      let entry = counts.get(labels)
      if (!entry) counts.set(labels, (entry = { buckets: bounds.map(() => 0), count: 0, sum: 0 }))
      entry.count += 1
      entry.sum += seconds
      bounds.forEach((bound, index) => {
        if (seconds <= bound) entry.buckets[index] = (entry.buckets[index] ?? 0) + 1
      })
    },
    gauge: (name, help, read) => void gauges.set(name, { help, read }),
    async text() {
      const lines = ['# TYPE weft_request_seconds histogram']
      for (const [labels, { buckets, count, sum }] of counts) {
        bounds.forEach((bound, index) =>
          lines.push(`weft_request_seconds_bucket{${labels},le="${bound}"} ${buckets[index]}`),
        )
        lines.push(`weft_request_seconds_bucket{${labels},le="+Inf"} ${count}`)
        lines.push(`weft_request_seconds_sum{${labels}} ${sum}`)
        lines.push(`weft_request_seconds_count{${labels}} ${count}`)
      }
      for (const [name, { help, read }] of gauges) {
        const value = await Promise.try(read).catch(() => null)
        if (value === null) continue
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}
