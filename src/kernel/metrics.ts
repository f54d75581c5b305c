import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client"

/** Prometheus figures of this process: counts and durations by route pattern, never by person. */
const registry = new Registry()
collectDefaultMetrics({ register: registry })
const requests = new Counter({
  name: "http_requests_total",
  help: "requests",
  labelNames: ["method", "route", "status"],
  registers: [registry],
})
const seconds = new Histogram({
  name: "http_request_seconds",
  help: "time to answer",
  labelNames: ["route"],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
  registers: [registry],
})

export function countRequest(method: string, route: string, status: number, took: number): void {
  requests.inc({ method, route, status })
  seconds.observe({ route }, took)
}

export const metricsText = () => registry.metrics()
