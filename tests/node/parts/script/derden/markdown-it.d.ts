// What scripts use of markdown-it 13.0.2 and markdown-it-footnote 4.0.0.

interface MarkdownItToken {
  readonly type: string;
  readonly tag: string;
  readonly nesting: number;
  readonly content: string;
  readonly info: string;
  readonly markup: string;
  readonly hidden: boolean;
  /** Of a footnote. */
  readonly meta: { readonly id: number; readonly label?: string } | null;
  readonly map: readonly [number, number] | null;
  readonly children: MarkdownItToken[] | null;
  attrGet(name: string): string | null;
}

/** What reads the marks of a line. */
type MarkdownItState = new (...given: never[]) => { readonly src: string; readonly posMax: number };

interface MarkdownIt {
  enable(names: readonly string[]): MarkdownIt;
  use(plugin: unknown): MarkdownIt;
  readonly linkify: { set(options: Readonly<Record<string, boolean>>): unknown; add(schema: string, rule: null): unknown };
  readonly inline: { readonly ruler: { disable(name: string): unknown }; State: MarkdownItState };
  parse(text: string, environment: object): MarkdownItToken[];
}

declare var markdownit: (preset: string, options: Readonly<Record<string, unknown>>) => MarkdownIt;

declare module "*/derden/markdown-it.js" {}

declare module "*/derden/markdown-it-footnote.js" {
  const plugin: unknown;
  export default plugin;
}
