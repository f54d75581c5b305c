/** The front door: pages import components from here and from nowhere deeper. */
export { AreaMap } from "./area-map.tsx"
export { asset, assetRoutes } from "./assets.ts"
export * from "./blocks.tsx"
export { ClassLegend } from "./class-legend.tsx"
export * from "./clock-days.tsx"
export { type AskedCode, Code, type CodeFault, CodeForm, CodeReceipt } from "./code.tsx"
export { DeskNotes } from "./desk-notes.tsx"
export { Field, type FieldProps, type Option } from "./field.tsx"
export {
  Actions,
  type Answers,
  Button,
  type ButtonProps,
  Confirm,
  ErrorSummary,
  type FieldErrors,
  Form,
  type FormProps,
  fieldId,
  OwnForm,
  useForm,
} from "./form.tsx"
export { useLang } from "./language.ts"
export * from "./layout.tsx"
export * from "./letter.tsx"
export { inOtherLanguage, withQuery } from "./link.ts"
export { draftsIn, ListImport, listBytesMax, type PastImport, type PreviewLine } from "./list-import.tsx"
export { listImportWords } from "./list-import-words.ts"
export * from "./list-state.ts"
export * from "./notices.tsx"
export { Qr } from "./qr.tsx"
export { ToldStory } from "./story.tsx"
export * from "./table.tsx"
export { NowThere, useTyped } from "./typed.tsx"
export * from "./upload.tsx"
export * from "./work.tsx"
