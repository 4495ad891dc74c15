/** The list of all states, and the chosen one, or all of a view, each in a window of its own. */
import { useEffect, useState } from 'react';
import { PANE_WIDTH, type State } from './state';
import { LOOKS, stateAt, viewAt, VIEWS, type ViewName } from './views';

const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];
const FIRST = `${VIEW_NAMES[0] ?? ''}/all`;

/** The address of a window that shows nothing but the state: its own style, dialogs, width and stored choices. */
const windowOf = (address: string): string => `?state#${address}`;

export function GalleryPage() {
  const [address, setAddress] = useState(() => location.hash.slice(1) || FIRST);
  useEffect(() => {
    const onHash = (): void => {
      setAddress(location.hash.slice(1) || FIRST);
    };
    addEventListener('hashchange', onHash);
    return () => {
      removeEventListener('hashchange', onHash);
    };
  }, []);
  const [view = '', name = '', look = ''] = address.split('/');
  return (
    <div className="gallery">
      <nav aria-label="Views">
        <h1>Gallery</h1>
        {VIEW_NAMES.map((each) => (
          <details key={each} open={each === view}>
            <summary>
              {each} <small>{VIEWS[each].length}</small>
            </summary>
            <ul>
              {['all', ...VIEWS[each].map((state) => state.name)].map((state) => (
                <li key={state}>
                  <a
                    href={`#${[each, state, look].filter(Boolean).join('/')}`}
                    aria-current={each === view && state === name ? 'page' : undefined}
                  >
                    {state}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
      <main>
        <p className="gallery-looks">
          {['', ...Object.keys(LOOKS)].map((each) => (
            <a
              key={each}
              href={`#${[view, name, each].filter(Boolean).join('/')}`}
              aria-current={each === look ? 'page' : undefined}
            >
              {each || 'as it is'}
            </a>
          ))}
        </p>
        <div className="gallery-states">
          {name === 'all' ? (
            viewAt(view)?.map((state) => <Shown key={state.name} address={[view, state.name, look]} />)
          ) : (
            <Shown address={[view, name, look]} />
          )}
        </div>
      </main>
    </div>
  );
}

function Shown({ address }: { readonly address: readonly string[] }) {
  const at = address.filter(Boolean).join('/');
  const state: State | null = stateAt(at);
  if (!state) return <p>There is no state {at}.</p>;
  return (
    <figure>
      <figcaption>
        <a href={windowOf(at)} target="_blank" rel="noreferrer">
          {at}
        </a>
      </figcaption>
      <iframe key={at} title={at} src={windowOf(at)} loading="lazy" style={{ width: state.width ?? PANE_WIDTH }} />
    </figure>
  );
}
