import { expect, test } from "vitest"
import { Field, Form, Layout } from "./index.ts"

test("a refused form gives every answer back, and each error links to its field", () => {
  const html = String(
    <Form
      action="/x"
      answers={{ title: "Tuần tra <cáp>", level: "b" }}
      errors={{ title: "Nhập tên ngắn hơn" }}
    >
      <Field kind="text" name="title" label="Tên" />
      <Field
        kind="radio"
        name="level"
        label="Mức"
        options={[
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ]}
      />
    </Form>,
  )
  expect(html).toContain('value="Tuần tra &lt;cáp&gt;"')
  expect(html).toContain('<a href="#f-title">Nhập tên ngắn hơn</a>')
  expect(html).toContain('id="f-title"')
  expect(html).toMatch(/value="b" checked=""/)
})

test("a page is a whole document in its language, with a way to skip to its content", () => {
  const html = String(
    <Layout lang="en" title="Two tasks are late" url="/lam-viec?trang=2">
      <p>x</p>
    </Layout>,
  )
  expect(html).toMatch(/^<!doctype html><html lang="en">/)
  expect(html).toContain("<h1>Two tasks are late</h1>")
  expect(html).toContain('href="/lam-viec?trang=2&amp;lang=vi"')
  expect(html).not.toMatch(/ style=/)
})
