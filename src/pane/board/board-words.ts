/** The texts of this view in the language of the pane. */
import { useCallback } from 'react';
import { boardTextFor, type BoardKey, type BoardParams } from '../../text/ui-board';
import { useKind, useLang } from '../lang';

export function useBoardText(): <Key extends BoardKey>(key: Key, ...params: BoardParams<Key>) => string {
  const lang = useLang();
  const kind = useKind();
  return useCallback((key, ...params) => boardTextFor(kind, lang, key, ...params), [kind, lang]);
}
