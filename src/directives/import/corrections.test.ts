import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { apply, correct, isRefused, type Outcome, replay } from "./corrections.ts"
import { type Draft, doubtsOf, draftOf, droppedTasks, findTask, keptTasks, originalWords } from "./domain.ts"
import type { Correction, Edit } from "./edits.ts"
import { shortLetter } from "./fixtures/short-letter.ts"

const start = draftOf(shortLetter)
const having = (...edits: Edit[]): Draft => kept(correct(start, edits, 1))
const refused = (...edits: Edit[]) => {
  const outcome = correct(start, edits, 1)
  return isRefused(outcome) ? outcome.refused : null
}
function kept(outcome: Outcome): Draft {
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome
}
const task = (draft: Draft, id: string) => {
  const found = findTask(draft, id)
  if (found === null) throw new Error(`no task ${id}`)
  return found.task
}

describe("correcting a field", () => {
  test("a number typed by the clerk takes its doubt away, an emptied one brings it back", () => {
    const numbers = (draft: Draft) => doubtsOf(draft, shortLetter).filter((doubt) => doubt.about === "number")
    expect(numbers(start)).toHaveLength(1)
    const filled = having({ do: "setField", field: "number", value: " 1712/UBND-KGVX " })
    expect(filled.head.number).toBe("1712/UBND-KGVX")
    expect(numbers(filled)).toHaveLength(0)
    expect(numbers(having({ do: "setField", field: "number", value: " " }))).toHaveLength(1)
  })

  test("a letter keeps a subject", () => {
    expect(refused({ do: "setField", field: "subject", value: "  " })).toBe("emptySubject")
  })

  test("a day that is not in the calendar is refused", () => {
    expect(refused({ do: "setIssuedOn", day: "2023-02-30" })).toBe("dayDoesNotExist")
    expect(refused({ do: "setDeadline", taskId: "t1-1", words: null, dueOn: "2023-06-31" })).toBe(
      "dayDoesNotExist",
    )
  })

  test("a doubt that a person has looked at is not shown again", () => {
    const doubts = doubtsOf(having({ do: "settle", doubt: "t1-2:ownAddressee" }), shortLetter)
    expect(doubts.some((doubt) => doubt.about === "task" && doubt.kind === "ownAddressee")).toBe(false)
    expect(
      doubtsOf(start, shortLetter).some((doubt) => doubt.about === "task" && doubt.kind === "ownAddressee"),
    ).toBe(true)
  })
})

describe("splitting and joining", () => {
  const text = task(start, "t1-1").text
  const at = text.indexOf("kiên quyết")

  test("a task split at a word points at its own half of the letter", () => {
    const draft = having({ do: "splitTask", taskId: "t1-1", at })
    const [first, second] = draft.clauses.flatMap(keptTasks)
    if (first === undefined || second === undefined) throw new Error("two halves")
    expect(first.text).toBe("Tăng cường phối hợp với Sở Tư pháp trong kiểm tra;")
    expect(second.text).toBe("kiên quyết xử lý nghiêm vi phạm.")
    expect(originalWords(draft, first)).toBe("- Tăng cường phối hợp với Sở Tư pháp trong kiểm tra;")
    expect(originalWords(draft, second)).toBe("kiên quyết xử lý nghiêm vi phạm.")
    expect(second.coordinateWith).toEqual(first.coordinateWith)
  })

  test("a task that a person rewrote keeps pointing at all of its words when split", () => {
    const draft = having(
      { do: "setText", taskId: "t1-1", text: "Kiểm tra cùng Sở Tư pháp. Xử lý vi phạm." },
      { do: "splitTask", taskId: "t1-1", at: 25 },
    )
    expect(task(draft, "n1-2").spans).toEqual(task(start, "t1-1").spans)
    expect(task(draft, "t1-1").spans).toEqual(task(start, "t1-1").spans)
  })

  test("a split that leaves one half without a word is refused", () => {
    expect(refused({ do: "splitTask", taskId: "t1-1", at: text.length })).toBe("splitAtEdge")
    expect(refused({ do: "splitTask", taskId: "t1-1", at: text.length - 1 })).toBe("splitAtEdge")
  })

  test("splitting then joining gives the words back, and the same place in the letter", () => {
    const draft = having(
      { do: "splitTask", taskId: "t1-1", at },
      { do: "joinTasks", taskId: "t1-1", withId: "n1-1" },
    )
    expect(task(draft, "t1-1").text).toBe(text)
    expect(task(draft, "t1-1").spans).toEqual(task(start, "t1-1").spans)
  })

  test("two deadlines, two addressees, two clauses are never joined in silence", () => {
    const join: Edit = { do: "joinTasks", taskId: "t1-1", withId: "t1-3" }
    const due = (taskId: string, dueOn: string): Edit => ({ do: "setDeadline", taskId, words: null, dueOn })
    expect(refused(due("t1-1", "2023-08-01"), due("t1-3", "2023-09-01"), join)).toBe("joinDeadlinesDiffer")
    expect(refused({ ...join, withId: "t1-2" })).toBe("joinAddresseesDiffer")
    expect(refused({ ...join, withId: "t2-1" })).toBe("joinOtherClause")
    expect(refused({ ...join, withId: "t1-1" })).toBe("joinSelf")
    expect(refused({ do: "dropTask", taskId: "t1-3" }, join)).toBe("joinDropped")
    expect(refused({ ...join, withId: "t9-9" })).toBe("noSuchTask")
    expect(task(having(due("t1-3", "2023-09-01"), join), "t1-1").dueOn).toBe("2023-09-01")
  })
})

describe("adding, dropping, moving", () => {
  test("a dropped task stays listed as dropped and comes back where it was", () => {
    const dropped = having({ do: "dropTask", taskId: "t1-2" })
    expect(dropped.clauses[0] && keptTasks(dropped.clauses[0]).map((one) => one.id)).toEqual(["t1-1", "t1-3"])
    expect(dropped.clauses[0] && droppedTasks(dropped.clauses[0]).map((one) => one.id)).toEqual(["t1-2"])
    const back = having({ do: "dropTask", taskId: "t1-2" }, { do: "restoreTask", taskId: "t1-2" })
    expect(back).toEqual(start)
    expect(refused({ do: "restoreTask", taskId: "t1-2" })).toBe("notDropped")
    expect(refused({ do: "dropTask", taskId: "t1-2" }, { do: "dropTask", taskId: "t1-2" })).toBe(
      "alreadyDropped",
    )
  })

  test("a task of the clerk's own words is added to a clause, and never an empty one", () => {
    const draft = having({ do: "addTask", clauseId: "g2", text: "Báo cáo kết quả." })
    expect(task(draft, "n1-1")).toMatchObject({ text: "Báo cáo kết quả.", spans: [], state: "kept" })
    expect(refused({ do: "addTask", clauseId: "g2", text: "  " })).toBe("emptyText")
    expect(refused({ do: "addTask", clauseId: "g9", text: "x" })).toBe("noSuchClause")
  })

  test("a task moves to another clause at the place asked for", () => {
    const draft = having({ do: "moveTask", taskId: "t1-3", clauseId: "g2", place: 0 })
    expect(draft.clauses.map((clause) => clause.tasks.map((one) => one.id))).toEqual([
      ["t1-1", "t1-2"],
      ["t1-3", "t2-1"],
    ])
  })

  test("a task narrowed to nobody is refused: it would be sent to no one", () => {
    expect(refused({ do: "narrowTask", taskId: "t1-2", only: [] })).toBe("nobodyChosen")
  })
})

describe("whatever is pressed, in whatever order", () => {
  const taskId = fc.constantFrom("t1-1", "t1-2", "t1-3", "t2-1", "n1-1", "n2-1", "n3-1", "n4-1", "n5-1")
  const clauseId = fc.constantFrom("g1", "g2", "n2-1")
  const words = fc.constantFrom("", " ", "Báo cáo.", "Kiểm tra, xử lý; báo cáo kết quả", "x")
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ do: fc.constant("setText" as const), taskId, text: words }),
    fc.record({ do: fc.constant("splitTask" as const), taskId, at: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ do: fc.constant("joinTasks" as const), taskId, withId: taskId }),
    fc.record({ do: fc.constant("addTask" as const), clauseId, text: words }),
    fc.record({
      do: fc.constant("addClause" as const),
      path: fc.constant("9"),
      addressees: fc.array(words, { maxLength: 2 }),
    }),
    fc.record({ do: fc.constant("dropTask" as const), taskId }),
    fc.record({ do: fc.constant("restoreTask" as const), taskId }),
    fc.record({
      do: fc.constant("moveTask" as const),
      taskId,
      clauseId,
      place: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({
      do: fc.constant("narrowTask" as const),
      taskId,
      only: fc.constantFrom<(string[] | null)[]>(null, ["so-tu-phap"], []),
    }),
    fc.record({
      do: fc.constant("setDeadline" as const),
      taskId,
      words: fc.constantFrom(null, "ngay"),
      dueOn: fc.constantFrom(null, "2023-09-01"),
    }),
  )

  /** Every letter (not space) of the letter that a task of the reading covers is still covered by a task, kept or dropped. */
  function uncovered(draft: Draft): number {
    const covered = new Set<number>()
    for (const clause of draft.clauses)
      for (const { spans } of clause.tasks)
        for (const [from, to] of spans) for (let i = from; i < to; i += 1) covered.add(i)
    let missing = 0
    for (const clause of start.clauses)
      for (const { spans } of clause.tasks)
        for (const [from, to] of spans)
          for (let i = from; i < to; i += 1)
            if (!covered.has(i) && /\S/.test(draft.letterText.charAt(i))) missing += 1
    return missing
  }

  test("no letter of the letter's tasks is lost: it stays in a task, kept or listed as dropped", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        let draft = start
        for (const [i, one] of edits.entries()) {
          const next = apply(draft, one, `n${i + 1}-1`)
          if (!isRefused(next)) draft = next
        }
        expect(uncovered(draft)).toBe(0)
        const ids = draft.clauses.flatMap((clause) => clause.tasks.map((one) => one.id))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 500, seed: 20230712 },
    )
  })

  test("undo gives back exactly what was there, step by step to the reading itself", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
        const taken: Correction[] = []
        const seen: Draft[] = [start]
        for (const one of edits) {
          const next = correct(seen.at(-1) ?? start, [one], taken.length + 1)
          if (isRefused(next)) continue
          taken.push([one])
          seen.push(next)
        }
        for (let steps = taken.length; steps >= 0; steps -= 1)
          expect(replay(start, taken.slice(0, steps))).toEqual(seen[steps])
      }),
      { numRuns: 200, seed: 20230712 },
    )
  })
})
