/** The status of a request that handed objects in (TAXII 2.1, section 4.3). Pure. */
import type { Status } from "./service.ts"

/** What became of one object of the request. `message` "": nothing has to be said. */
export type ObjectAnswer = {
  id: string
  version: string
  state: "success" | "failure" | "pending"
  message: string
}

export function statusOf(id: string, askedAt: string, answers: readonly ObjectAnswer[]): Status {
  const of = (state: ObjectAnswer["state"]) =>
    answers
      .filter((one) => one.state === state)
      .map(({ id: object, version, message }) => ({
        id: object,
        version,
        ...(message === "" ? {} : { message }),
      }))
  const [successes, failures, pendings] = [of("success"), of("failure"), of("pending")]
  return {
    id,
    // Section 4.3: "complete" once nothing is pending any more.
    status: pendings.length === 0 ? "complete" : "pending",
    request_timestamp: askedAt,
    total_count: answers.length,
    success_count: successes.length,
    successes,
    failure_count: failures.length,
    failures,
    pending_count: pendings.length,
    pendings,
  }
}
