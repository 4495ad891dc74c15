/** What no pane with React and Fluent can be below: see bench/pane.ts. */
import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <Button>Thi đua khối</Button>
    </FluentProvider>,
  );
