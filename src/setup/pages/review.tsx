import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, DefinitionList, ErrorSummary, Form, Layout } from "../../kernel/ui/index.ts"
import { type Answers, type Setup, type Step, steps } from "../domain/plan.ts"
import type { Complaint, Written } from "../domain/whole.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { bare } from "./frame.tsx"

export type ReviewView = {
  frame: Frame
  answers: Answers
  written: Written | null
  complaints: readonly Complaint[]
}

/** Everything on one page before it is written, with the way to each answer. */
export function ReviewPage({ frame, answers, written, complaints }: ReviewView) {
  const all = words[frame.lang]
  const t = all.review
  const open = steps.filter((step) => answers[step] === undefined)
  return (
    <Layout
      {...bare(frame)}
      noReferrer
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: paths.setup, label: all.back }, { label: all.steps.review }]}
    >
      {open.length > 0 && (
        <Banner tone="soon" title={t.open}>
          <ul>
            {open.map((step) => (
              <li>
                <a href={paths.step(step)}>{all.steps[step]}</a>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {complaints.length > 0 && (
        <>
          <ErrorSummary errors={{ "": complaints.map(({ why }) => all.misfits[why]).join(" ") }} />
          <ul>
            {[...new Set(complaints.map(({ path: [step] }) => step))].map((step) => (
              <li>
                <a href={paths.step(step)}>{t.change(all.steps[step])}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <DefinitionList
        items={steps
          .filter((step) => answers[step] !== undefined)
          .map((step) => ({
            term: all.steps[step],
            value: (
              <>
                {factsOf(step, answers, written, frame.lang).map((line) => (
                  <p>{line}</p>
                ))}
                <a href={paths.step(step)}>{t.change(all.steps[step])}</a>
              </>
            ),
          }))}
      />
      {answers.keeping?.keysCopiedTo === null && <Banner tone="soon" title={t.keysNot} />}
      {open.length === 0 && (
        <Form action={paths.review}>
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  )
}

function factsOf(step: Step, answers: Answers, written: Written | null, lang: Frame["lang"]): string[] {
  const t = words[lang].review
  const count = (of: readonly unknown[] | undefined) => formatNumber(of?.length ?? 0, lang)
  const facts: { [S in Step]: (value: Setup[S]) => string[] } = {
    province: () => [written === null ? "" : `${written.province.name} (${written.province.kind})`],
    units: () => [t.unitsCount(count(written?.units))],
    chart: () => [t.bodiesCount(count(written?.bodies), count(written?.groups))],
    posts: ({ lead, chartKeeper }) => [
      `${words[lang].posts.lead1}: ${lead}`,
      `${words[lang].posts.keeper}: ${chartKeeper}`,
    ],
    administrators: (people) =>
      people.map(({ name, title, body, email }) => `${name}, ${title}, ${body}, ${email}`),
    numbers: (numbers) => [
      t.numbersCount(numbers.filter(({ checkedBy }) => checkedBy !== null).length, numbers.length),
    ],
    reach: ({ address, mail }) => [
      `${words[lang].reach.address}: ${address ?? t.none}`,
      // The server's name only: the address may hold a password.
      `${words[lang].reach.server}: ${mail === null ? t.none : new URL(mail.server).hostname}`,
    ],
    keeping: ({ keysCopiedTo, backupDir }) => [
      `${words[lang].keeping.copied}: ${keysCopiedTo ?? t.none}`,
      `${words[lang].keeping.backup}: ${backupDir ?? t.none}`,
    ],
  }
  const told = <S extends Step>(which: S) => {
    const value = answers[which]
    return value === undefined ? [] : facts[which](value as Setup[S])
  }
  return told(step)
}
