/** Tells the other tabs of this page which file is open here, and hears from them. */

type Message = { readonly kind: 'opened' | 'here'; readonly file: string };

/**
 * Calls `onSame` when another tab has, or opens, the same file. Two files of one name count as the
 * same: a needless warning is cheaper than a lost change. Returns the way to stop.
 */
export function watchOtherTabs(file: string, onSame: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel('thidua.open-files');
  const say = (kind: Message['kind']) => {
    channel.postMessage({ kind, file } satisfies Message);
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.file !== file) return;
    if (data.kind === 'opened') say('here');
    onSame();
  };
  say('opened');
  return () => {
    channel.close();
  };
}
