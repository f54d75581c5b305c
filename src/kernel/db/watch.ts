/**
 * Looks after the embedded PostgreSQL on behalf of the process that owns it: a server that was killed is started again,
 * at first at once, then after pauses that double up to half a minute. Pages meanwhile say that the database is away.
 */
import type { Log } from "../log.ts"
import type { Cluster } from "./cluster.ts"

const lookEveryMs = 500
const pauseMaxMs = 30_000

/** The returned function ends the watch and waits for a start that is on its way: only then may the server be stopped. */
export function watchCluster(cluster: Cluster, log: Log): () => Promise<void> {
  let [isOver, pauseMs] = [false, lookEveryMs]
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const look = async () => {
    if (cluster.isRunning()) {
      pauseMs = lookEveryMs
    } else {
      log.error({ pid: cluster.pid }, "PostgreSQL đã dừng ngoài ý muốn, đang khởi động lại")
      try {
        await cluster.startAgain()
        log.warn({ pid: cluster.pid }, "PostgreSQL đã chạy lại")
      } catch (error) {
        pauseMs = Math.min(pauseMs * 2, pauseMaxMs)
        log.error(
          { err: error instanceof Error ? error.message : "unknown", pauseMs },
          "PostgreSQL chưa chạy lại được",
        )
      }
    }
    if (!isOver) wait()
  }
  const wait = () => {
    timer = setTimeout(() => {
      looking = look()
    }, pauseMs)
    // The watch keeps no process alive that has nothing else to do.
    timer.unref()
  }
  wait()
  return async () => {
    isOver = true
    clearTimeout(timer)
    await looking
    clearTimeout(timer)
  }
}
