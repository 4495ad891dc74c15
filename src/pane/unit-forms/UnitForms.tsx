/** The forms of units: sent out as one archive, collected again. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Judgement } from '../../workbook/judgement';
import { CollectForms } from './CollectForms';
import { SendForms } from './SendForms';
import { useFormsWords } from './use-forms-words';

export function UnitForms({ judgement }: { readonly judgement: Judgement }) {
  const { f } = useFormsWords();
  const [open, setOpen] = useState<'send' | 'collect' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <section>
      <h3>{f('title')}</h3>
      <p className="is-quiet">{f('what')}</p>
      <div className="buttons">
        {(['send', 'collect'] as const).map((each) => (
          <Button
            key={each}
            size="small"
            onClick={() => {
              setOpen(each);
            }}
          >
            {f(each)}
          </Button>
        ))}
      </div>
      {open === 'send' && <SendForms judgement={judgement} onClose={close} />}
      {open === 'collect' && <CollectForms judgement={judgement} onClose={close} />}
    </section>
  );
}
