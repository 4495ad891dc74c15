/** Words of the views by their keys, in the language that a state is shown in: what a state shows, and what is pressed in it. */
import { uiText, type UiKey, type UiLang, type UiParams } from '../text/ui';
import { adoptUiText, type AdoptKey, type AdoptParams } from '../text/ui-adopt';
import { boardText, type BoardKey, type BoardParams } from '../text/ui-board';
import { formsText, type FormsKey, type FormsParams } from '../text/ui-forms';
import { regulationText, type RegulationKey, type RegulationParams } from '../text/ui-regulation';
import { seasonText, type SeasonKey, type SeasonParams } from '../text/ui-season';

export type Said = (lang: UiLang) => string;

export const ui =
  <Key extends UiKey>(key: Key, ...params: UiParams<Key>): Said =>
  (lang) =>
    uiText(lang, key, ...params);
export const adopt =
  <Key extends AdoptKey>(key: Key, ...params: AdoptParams<Key>): Said =>
  (lang) =>
    adoptUiText(lang, key, ...params);
export const board =
  <Key extends BoardKey>(key: Key, ...params: BoardParams<Key>): Said =>
  (lang) =>
    boardText(lang, key, ...params);
export const forms =
  <Key extends FormsKey>(key: Key, ...params: FormsParams<Key>): Said =>
  (lang) =>
    formsText(lang, key, ...params);
export const rules =
  <Key extends RegulationKey>(key: Key, ...params: RegulationParams<Key>): Said =>
  (lang) =>
    regulationText(lang, key, ...params);
export const season =
  <Key extends SeasonKey>(key: Key, ...params: SeasonParams<Key>): Said =>
  (lang) =>
    seasonText(lang, key, ...params);

/** What stands in a workbook, or is a number. */
export const plain =
  (text: string): Said =>
  () =>
    text;
