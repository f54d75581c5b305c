/** The portal's third screen. It is the answer to the form itself: the code never stands in an address. */
import { formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Form, Layout } from "../../kernel/ui/index.ts"
import type { Taken } from "../actions/take.ts"
import { paths } from "../paths.ts"
import { portalWords } from "../words-portal.ts"

export function receiptPage({ frame, taken }: { frame: Frame; taken: Taken }) {
  const t = portalWords[frame.lang].receipt
  const hidden = { code: taken.code }
  return (
    <Layout {...frame} url={paths.report} audience="public" noReferrer title={t.title} lead={t.lead}>
      {taken.isAgain && <Banner title={t.again} />}
      <section class="notice good receipt">
        <p>
          <b>{t.code}</b>
        </p>
        <p class="code">{taken.code}</p>
        <p>
          {t.at} {formatInstant(taken.receipt.at, frame.lang)}
        </p>
      </section>
      <p class="measure">{t.keep}</p>
      <Form action={paths.follow} id="theo-doi" hidden={hidden}>
        <Actions>
          <Button>{t.follow}</Button>
        </Actions>
      </Form>
      <section class="stack measure">
        <h2>{t.next}</h2>
        <ol class="now">
          <li>{t.nextReadNobody}</li>
          <li>{t.nextAsk}</li>
          <li>{t.nextEnd}</li>
        </ol>
      </section>
      <Form action={paths.receiptFile} id="bien-nhan" hidden={hidden}>
        <p class="quiet">{t.fileHint}</p>
        <Actions>
          <Button look="second">{t.file}</Button>
          <Button look="plain" href={paths.report}>
            {t.another}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
