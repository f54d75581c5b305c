/** In a thread of its own: asks one address again and again over kept connections, and counts. */
import { Agent, request } from "node:http"
import { parentPort, workerData } from "node:worker_threads"

const {
  url,
  cookie,
  requests,
  connections,
  bodies = [],
  status = 200,
} = workerData as {
  url: string
  cookie: string
  requests: number
  connections: number
  /** Posted in turn; none: the address is opened. */
  bodies?: readonly string[]
  status?: number
}
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const times: number[] = []
let left = requests

const posting = {
  "content-type": "application/x-www-form-urlencoded",
  "sec-fetch-site": "same-origin",
}

function ask(body: string | undefined): Promise<void> {
  const began = performance.now()
  const method = body === undefined ? "GET" : "POST"
  const headers = { cookie, ...(body === undefined ? {} : posting) }
  return new Promise((resolve, reject) => {
    request(url, { agent, method, headers }, (response) => {
      if (response.statusCode !== status) reject(new Error(`${url} answered ${response.statusCode}`))
      response.on("data", () => {})
      response.on("end", () => {
        times.push(performance.now() - began)
        resolve()
      })
    })
      .on("error", reject)
      .end(body)
  })
}

async function visitor(): Promise<void> {
  while (left > 0) {
    left -= 1
    await ask(bodies.length === 0 ? undefined : bodies[left % bodies.length])
  }
}

const began = performance.now()
await Promise.all(Array.from({ length: connections }, visitor))
const seconds = (performance.now() - began) / 1000
agent.destroy()
parentPort?.postMessage({ perSecond: requests / seconds, times })
