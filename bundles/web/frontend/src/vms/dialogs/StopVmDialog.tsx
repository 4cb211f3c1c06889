import { FormGroup, NumberInput, Radio } from '../../ui/patternfly';
import { useState } from 'react';
import type { Vm } from '../../api/types';
import { useApi } from '../../live/LiveContext';
import { FormDialog } from './FormDialog';
import { useSubmit } from './useSubmit';

const DEFAULT_GRACE_S = 30;
const MAX_GRACE_S = 86_400;

export function StopVmDialog({ vm, onClose }: { vm: Vm; onClose: () => void }) {
  const api = useApi();
  const [force, setForce] = useState(vm.state === 'stopping');
  const [grace, setGrace] = useState(DEFAULT_GRACE_S);
  const body = force ? { force: true } : { force: false, graceSeconds: grace };
  const submit = useSubmit(() => api.act(vm.id, 'stop', body), onClose);
  const bounded = (value: number) => setGrace(Math.min(MAX_GRACE_S, Math.max(0, Math.round(value) || 0)));
  return (
    <FormDialog
      title={`Stop ${vm.name}?`}
      confirm={force ? 'Force off' : 'Stop'}
      danger={force}
      onClose={onClose}
      testId="stop-dialog"
      {...submit}
    >
      <FormGroup role="radiogroup" label="How" fieldId="stop-how">
        <Radio
          id="stop-gently"
          name="stop-how"
          label="Shut it down"
          description="Presses the power button, and forces it off when the time below is over."
          isChecked={!force}
          onChange={() => setForce(false)}
          data-testid="stop-gently"
        />
        <Radio
          id="stop-force"
          name="stop-how"
          label="Force it off now"
          description="Like pulling the plug: what the guest has not written is lost."
          isChecked={force}
          onChange={() => setForce(true)}
          data-testid="stop-force"
        />
      </FormGroup>
      <FormGroup label="Time to shut down, in seconds" fieldId="stop-grace">
        <NumberInput
          value={grace}
          min={0}
          max={MAX_GRACE_S}
          unit="s"
          isDisabled={force}
          onMinus={() => bounded(grace - 5)}
          onPlus={() => bounded(grace + 5)}
          onChange={(event) => bounded(Number(event.currentTarget.value))}
          inputProps={{ id: 'stop-grace', 'data-testid': 'stop-grace' }}
          inputAriaLabel="Seconds to shut down"
          minusBtnAriaLabel="Five seconds less"
          plusBtnAriaLabel="Five seconds more"
        />
      </FormGroup>
    </FormDialog>
  );
}
