/** What words between bodies name that may be a customer's: numbers, accounts, mailboxes, and people. */
import { peopleNamed, readTarget } from "../../signals/index.ts"

export const whatWordsName = (text: string): { kind: string; value: string }[] => [
  ...readTarget(text).map(({ kind, value }) => ({ kind, value })),
  ...peopleNamed(text).map((value) => ({ kind: "name", value })),
]
