/** The texts of this view in the language of the pane. */
import { useCallback } from 'react';
import { boardText, type BoardKey, type BoardParams } from '../../text/ui-board';
import { useLang } from '../lang';

export function useBoardText(): <Key extends BoardKey>(key: Key, ...params: BoardParams<Key>) => string {
  const lang = useLang();
  return useCallback((key, ...params) => boardText(lang, key, ...params), [lang]);
}
