/** Keeps the page for offline use, and tells when a newer release of it lies ready. */
import { useCallback, useEffect, useState } from 'react';
import type { ReleaseMessage } from './service-worker';

/** Between two looks for a newer release while the page is in sight, milliseconds. */
const LOOK_EVERY = 60 * 60 * 1000;

export function useNewRelease(): { readonly isNew: boolean; readonly dismiss: () => void } {
  const [isNew, setIsNew] = useState(false);
  useEffect(
    () =>
      canServe()
        ? watchReleases(() => {
            setIsNew(true);
          })
        : undefined,
    [],
  );
  return {
    isNew,
    dismiss: useCallback(() => {
      setIsNew(false);
    }, []),
  };
}

const canServe = (): boolean =>
  process.env.NODE_ENV !== 'development' && !SINGLE_FILE && 'serviceWorker' in navigator && window.isSecureContext;

/** Registers the service worker; `onNewer` is called once it serves a release that this page is not of. Returns the way to stop. */
function watchReleases(onNewer: () => void): () => void {
  const { serviceWorker } = navigator;
  const registering = serviceWorker.register('service-worker.js').catch(() => undefined);
  const look = (): void => {
    if (document.visibilityState === 'visible')
      void registering.then((registration) => registration?.update()).catch(() => undefined);
  };
  const onMessage = ({ data }: MessageEvent<ReleaseMessage>): void => {
    if (data.kind === 'release' && !data.files.includes(ownScript())) onNewer();
  };
  serviceWorker.addEventListener('message', onMessage);
  serviceWorker.startMessages();
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, LOOK_EVERY);
  return () => {
    serviceWorker.removeEventListener('message', onMessage);
    document.removeEventListener('visibilitychange', look);
    clearInterval(timer);
  };
}

/** The name of the page's script changes with anything that it loads, for it knows all their names. */
const ownScript = (): string => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';
