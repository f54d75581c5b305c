/** In a thread of its own: asks one address again and again over kept connections, and counts. */
import { Agent, get } from "node:http"
import { parentPort, workerData } from "node:worker_threads"

const { url, cookie, requests, connections } = workerData as {
  url: string
  cookie: string
  requests: number
  connections: number
}
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const times: number[] = []
let left = requests

function ask(): Promise<void> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
      response.on("data", () => {})
      response.on("end", () => {
        times.push(performance.now() - began)
        resolve()
      })
    }).on("error", reject)
  })
}

async function visitor(): Promise<void> {
  while (left > 0) {
    left -= 1
    await ask()
  }
}

const began = performance.now()
await Promise.all(Array.from({ length: connections }, visitor))
const seconds = (performance.now() - began) / 1000
agent.destroy()
parentPort?.postMessage({ perSecond: requests / seconds, times })
