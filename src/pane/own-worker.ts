/** Next to a page opened by double-click no worker file may be loaded: the page's own code runs in it, told by its name what it is. */
export function ownWorker(name: string): Worker {
  const script = document.querySelector('script[type="module"]')?.textContent ?? '';
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { name });
}
