/** The texts of pane and page by typed key; a missing key or parameter does not compile. */
import type { BlocKind } from '../rules';
import { inKind } from './bloc-word';
import { VI } from './ui-vi';

export type UiKey = keyof typeof VI;
/** `pseudo` brackets every text that went through here: what stands outside is untranslated. */
export type UiLang = 'vi' | 'en' | 'pseudo';

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
export type TextParams<Text extends string> = [Names<Text>] extends [never]
  ? []
  : [params: Readonly<Record<Names<Text>, string | number>>];
export type UiParams<Key extends UiKey> = TextParams<(typeof VI)[Key]>;

/** Keys of texts without `{name}` places. */
export type PlainKey = { [Key in UiKey]: UiParams<Key> extends [] ? Key : never }[UiKey];

const texts: Partial<Record<UiLang, Readonly<Record<UiKey, string>>>> = { vi: VI, pseudo: VI };

/** English travels only to those who ask for it; until then its texts are Vietnamese. */
export async function loadTexts(lang: UiLang): Promise<void> {
  if (lang === 'en') texts.en ??= (await import('./ui-en')).EN;
}

/**
 * The text of a key, its `{name}` places filled.
 * @example uiText('vi', 'issues.more', { n: 5 }) // "và 5 mục nữa"
 */
export function uiText<Key extends UiKey>(lang: UiLang, key: Key, ...params: UiParams<Key>): string {
  return uiTextFor('bloc', lang, key, ...params);
}

/** The same in the word of a workbook: "Trưởng cụm năm sau:" in a cluster's. What fills the places stays as it is. */
export function uiTextFor<Key extends UiKey>(
  kind: BlocKind,
  lang: UiLang,
  key: Key,
  ...[params]: UiParams<Key>
): string {
  return fillUi(lang, inKind((texts[lang] ?? VI)[key], kind, lang === 'en' ? 'en' : 'vi'), params ?? {});
}

/** Fills the places of a text, `{n|vote|votes}` by the number `n`, and brackets it in the pseudo-language. */
export function fillUi(lang: UiLang, text: string, values: Readonly<Record<string, string | number>>): string {
  const filled = text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = String(values[name] ?? '');
    return one === undefined || many === undefined ? value : value === '1' ? one : many;
  });
  return lang === 'pseudo' ? pseudo(filled) : filled;
}

/** "⟦Kiểm tra⟧": marks what was translated. */
export function pseudo(text: string): string {
  return `⟦${text}⟧`;
}
